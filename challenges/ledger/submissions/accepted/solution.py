import sys


def main():
    lines = sys.stdin.read().split("\n")
    balances = {}
    total = 0
    undo = []
    marks = []
    out = []

    for index in range(1, int(lines[0]) + 1):
        words = lines[index].split()
        command = words[0]

        if command == "BEGIN":
            marks.append((len(undo), total))
            out.append("OK")
            continue
        if command == "COMMIT":
            if not marks:
                out.append("ERROR transaction")
                continue
            marks.pop()
            if not marks:
                undo.clear()
            out.append("OK")
            continue
        if command == "ROLLBACK":
            if not marks:
                out.append("ERROR transaction")
                continue
            mark, total = marks.pop()
            while len(undo) > mark:
                name, before = undo.pop()
                if before is None:
                    del balances[name]
                else:
                    balances[name] = before
            out.append("OK")
            continue
        if command == "TOTAL":
            out.append(str(total))
            continue

        name = words[1]
        before = balances.get(name)
        if command == "OPEN":
            if before is not None:
                out.append("ERROR exists")
                continue
            balances[name] = 0
        elif command == "BALANCE":
            out.append("ERROR unknown" if before is None else str(before))
            continue
        elif command == "CLOSE":
            if before is None:
                out.append("ERROR unknown")
                continue
            if before != 0:
                out.append("ERROR balance")
                continue
            del balances[name]
        else:
            amount = int(words[-1])
            if amount <= 0:
                out.append("ERROR amount")
                continue
            if before is None or (command == "TRANSFER" and words[2] not in balances):
                out.append("ERROR unknown")
                continue
            if command == "DEPOSIT":
                balances[name] = before + amount
                total += amount
            elif before < amount:
                out.append("ERROR funds")
                continue
            else:
                balances[name] = before - amount
                if command == "WITHDRAW":
                    total -= amount
                else:
                    target = words[2]
                    held = balances[target]
                    if marks:
                        undo.append((name, before))
                    name, before = target, held
                    balances[target] = held + amount
        if marks:
            undo.append((name, before))
        out.append("OK")

    if out:
        sys.stdout.write("\n".join(out) + "\n")


main()
