try:
    with open("/etc/passwd") as file:
        print(file.read())
except OSError:
    print("denied")
