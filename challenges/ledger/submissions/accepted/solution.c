#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS (1 << 19)
#define CLOSED (-1LL)

typedef struct {
    char name[16];
    long long balance;
} Account;

typedef struct {
    int account;
    long long before;
} Change;

typedef struct {
    int changes;
    long long total;
} Mark;

static int slots[SLOTS];
static Account *accounts;
static int account_count;
static Change *undo;
static int undo_count;
static Mark *marks;
static int mark_count;
static long long total;

static int find(const char *name) {
    unsigned hash = 2166136261u;
    for (const char *c = name; *c; c++) {
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    }
    hash ^= hash >> 15;
    unsigned slot = hash & (SLOTS - 1);
    while (slots[slot]) {
        int account = slots[slot] - 1;
        if (strcmp(accounts[account].name, name) == 0) {
            return account;
        }
        slot = (slot + 1) & (SLOTS - 1);
    }
    strcpy(accounts[account_count].name, name);
    accounts[account_count].balance = CLOSED;
    slots[slot] = account_count + 1;
    return account_count++;
}

static void set(int account, long long balance) {
    if (mark_count > 0) {
        undo[undo_count].account = account;
        undo[undo_count].before = accounts[account].balance;
        undo_count++;
    }
    accounts[account].balance = balance;
}

static const char *move(const char *command) {
    char first[16], second[16];
    long long amount;
    int is_transfer = strcmp(command, "TRANSFER") == 0;
    if (scanf("%15s", first) != 1) return "";
    if (is_transfer && scanf("%15s", second) != 1) return "";
    if (scanf("%lld", &amount) != 1) return "";
    if (amount <= 0) return "ERROR amount";
    int from = find(first);
    int to = is_transfer ? find(second) : from;
    if (accounts[from].balance == CLOSED || accounts[to].balance == CLOSED) return "ERROR unknown";
    if (strcmp(command, "DEPOSIT") == 0) {
        set(from, accounts[from].balance + amount);
        total += amount;
        return "OK";
    }
    if (accounts[from].balance < amount) return "ERROR funds";
    set(from, accounts[from].balance - amount);
    if (is_transfer) {
        set(to, accounts[to].balance + amount);
    } else {
        total -= amount;
    }
    return "OK";
}

static const char *finish(int keep) {
    if (mark_count == 0) return "ERROR transaction";
    Mark mark = marks[--mark_count];
    if (keep) {
        if (mark_count == 0) undo_count = 0;
        return "OK";
    }
    total = mark.total;
    while (undo_count > mark.changes) {
        undo_count--;
        accounts[undo[undo_count].account].balance = undo[undo_count].before;
    }
    return "OK";
}

int main(void) {
    int q;
    if (scanf("%d", &q) != 1) return 0;
    accounts = malloc((2 * (size_t)q + 1) * sizeof *accounts);
    undo = malloc((2 * (size_t)q + 1) * sizeof *undo);
    marks = malloc(((size_t)q + 1) * sizeof *marks);
    while (q-- > 0) {
        char command[16];
        if (scanf("%15s", command) != 1) return 0;
        if (strcmp(command, "BEGIN") == 0) {
            marks[mark_count].changes = undo_count;
            marks[mark_count].total = total;
            mark_count++;
            puts("OK");
        } else if (strcmp(command, "COMMIT") == 0) {
            puts(finish(1));
        } else if (strcmp(command, "ROLLBACK") == 0) {
            puts(finish(0));
        } else if (strcmp(command, "TOTAL") == 0) {
            printf("%lld\n", total);
        } else if (strcmp(command, "OPEN") == 0 || strcmp(command, "CLOSE") == 0 || strcmp(command, "BALANCE") == 0) {
            char name[16];
            if (scanf("%15s", name) != 1) return 0;
            int account = find(name);
            long long balance = accounts[account].balance;
            if (command[0] == 'O') {
                if (balance != CLOSED) {
                    puts("ERROR exists");
                } else {
                    set(account, 0);
                    puts("OK");
                }
            } else if (balance == CLOSED) {
                puts("ERROR unknown");
            } else if (command[0] == 'B') {
                printf("%lld\n", balance);
            } else if (balance != 0) {
                puts("ERROR balance");
            } else {
                set(account, CLOSED);
                puts("OK");
            }
        } else {
            puts(move(command));
        }
    }
    return 0;
}
