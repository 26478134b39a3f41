from collections import Counter

n = int(input())
text = " ".join(f"w{i % 100}" for i in range(n))
counts = Counter(text.split(" "))
print(len(counts), counts["w7"], len(text))
