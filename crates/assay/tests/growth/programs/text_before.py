n = int(input())
text = ""
for i in range(n):
    text = chr(97 + i % 26) + text
print(len(text), text[:10])
