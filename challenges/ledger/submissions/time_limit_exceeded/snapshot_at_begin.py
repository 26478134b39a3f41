import sys


def main():
    lines = sys.stdin.read().split("\n")
    balances = {}
    snapshots = []
    out = []

    for index in range(1, int(lines[0]) + 1):
        words = lines[index].split()
        command = words[0]

        if command == "BEGIN":
            # Too slow: copies every account, however few of them the transaction touches.
            snapshots.append({name: balance for name, balance in balances.items()})
            out.append("OK")
        elif command == "COMMIT":
            if snapshots:
                snapshots.pop()
                out.append("OK")
            else:
                out.append("ERROR transaction")
        elif command == "ROLLBACK":
            if snapshots:
                balances = snapshots.pop()
                out.append("OK")
            else:
                out.append("ERROR transaction")
        elif command == "TOTAL":
            out.append(str(sum(balances.values())))
        elif command == "OPEN":
            if words[1] in balances:
                out.append("ERROR exists")
            else:
                balances[words[1]] = 0
                out.append("OK")
        elif command == "BALANCE":
            out.append(str(balances.get(words[1], "ERROR unknown")))
        elif command == "CLOSE":
            if words[1] not in balances:
                out.append("ERROR unknown")
            elif balances[words[1]] != 0:
                out.append("ERROR balance")
            else:
                del balances[words[1]]
                out.append("OK")
        else:
            amount = int(words[-1])
            names = words[1:-1]
            if amount <= 0:
                out.append("ERROR amount")
            elif any(name not in balances for name in names):
                out.append("ERROR unknown")
            elif command != "DEPOSIT" and balances[names[0]] < amount:
                out.append("ERROR funds")
            else:
                if command != "DEPOSIT":
                    balances[names[0]] -= amount
                if command != "WITHDRAW":
                    balances[names[-1]] += amount
                out.append("OK")

    if out:
        sys.stdout.write("\n".join(out) + "\n")


main()
