class Parser:
    def __init__(self, text):
        self.text, self.at = text + "\0", 0

    def expression(self):
        value = self.term()
        while self.text[self.at] in "+-":
            sign = 1 if self.text[self.at] == "+" else -1
            self.at += 1
            value += sign * self.term()
        return value

    def term(self):
        value = self.factor()
        while self.text[self.at] == "*":
            self.at += 1
            value *= self.factor()
        return value

    def factor(self):
        if self.text[self.at] == "(":
            self.at += 1
            value = self.expression()
            self.at += 1
            return value
        start = self.at
        while self.text[self.at].isdigit():
            self.at += 1
        return int(self.text[start : self.at])


n = int(input())
text = "+".join(f"({i}+{i + 1}*{i + 2}-{i + 3})" for i in range(1, n + 1))
print(Parser(text).expression())
