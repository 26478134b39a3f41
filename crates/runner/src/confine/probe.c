/* A child that tries what a confined one must not do, and says what became of it. Built by the tests. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void say(const char *what, long result) {
    const char *name = result >= 0 ? "done" : strerrorname_np(errno);
    printf("%s %s\n", what, name ? name : "?");
    fflush(stdout);
}

static void opens(const char *what, const char *path, int flags) {
    int file = open(path, flags, 0600);
    say(what, file);
    if (file >= 0) close(file);
}

static void others(void) {
    struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    say("ptrace", ptrace(PTRACE_ATTACH, getppid(), 0, 0));
    say("kill", kill(getppid(), SIGUSR1));
    say("tgkill", syscall(SYS_tgkill, getppid(), getppid(), SIGUSR1));
    say("setsid", setsid());
    say("setpgid", setpgid(0, 0));
    say("unshare", unshare(CLONE_NEWUSER));
    say("clone", syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0));
    say("mount", mount("none", "/tmp", "tmpfs", 0, ""));
    say("chroot", chroot("."));
    say("setrlimit", setrlimit(RLIMIT_CPU, &more));
    say("getrlimit", getrlimit(RLIMIT_CPU, &more));
    say("bpf", syscall(SYS_bpf, 0, 0, 0));
    say("io_uring", syscall(SYS_io_uring_setup, 1, 0));
    say("keyctl", syscall(SYS_keyctl, 0, 0, 0));
    say("clone3", syscall(SYS_clone3, 0, 0));
#ifdef __x86_64__
    say("unshare by another number", syscall(SYS_unshare | 0x40000000, CLONE_NEWUSER));
#endif
}

static void connects(const char *folder, int port) {
    struct sockaddr_un local = {.sun_family = AF_UNIX};
    struct sockaddr_in tcp = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int files[2];
    say("unix", socket(AF_UNIX, SOCK_STREAM, 0));
    snprintf(local.sun_path, sizeof local.sun_path, "%s/socket", folder);
    say("to unix", connect(0, (struct sockaddr *)&local, sizeof local));
    say("tcp", socket(AF_INET, SOCK_STREAM, 0));
    say("to tcp", connect(0, (struct sockaddr *)&tcp, sizeof tcp));
    say("udp", socket(AF_INET, SOCK_DGRAM, 0));
    say("netlink", socket(AF_NETLINK, SOCK_RAW, 0));
    say("pair", socketpair(AF_UNIX, SOCK_STREAM, 0, files));
}

int main(int count, char **given) {
    const char *what = count > 1 ? given[1] : "", *path = count > 2 ? given[2] : "";
    char byte[4096] = {0};
    if (!strcmp(what, "read")) {
        opens("read", path, O_RDONLY);
    } else if (!strcmp(what, "write")) {
        char within[4096];
        snprintf(within, sizeof within, "%s/file", path);
        opens("create", within, O_WRONLY | O_CREAT);
        snprintf(within, sizeof within, "%s/there", path);
        opens("change", within, O_WRONLY);
        opens("empty", within, O_RDONLY | O_TRUNC);
        say("truncate", truncate(within, 0));
        say("mode", chmod(within, 0777));
        say("remove", unlink(within));
        say("rename", rename(within, "../made/there"));
        say("link", link(within, "../made/there"));
        say("folder", mkdir(path, 0700));
        say("own link", symlink(within, "../made/link"));
        opens("own file", "../made/own", O_RDWR | O_CREAT);
        say("rename own", rename("../made/own", "../made/renamed"));
    } else if (!strcmp(what, "environment")) {
        for (char **variable = environ; *variable; variable++) puts(*variable);
    } else if (!strcmp(what, "others")) {
        others();
    } else if (!strcmp(what, "connect")) {
        connects(path, atoi(given[3]));
    } else if (!strcmp(what, "spin")) {
        for (;;) __asm__ volatile("");
    } else if (!strcmp(what, "fill")) {
        int file = open("../made/large", O_WRONLY | O_CREAT, 0600);
        while (write(file, byte, sizeof byte) > 0) {}
    } else if (!strcmp(what, "litter")) {
        for (int number = 0; number < 64; number++) {
            snprintf(byte, sizeof byte, "../made/%d", number);
            int file = open(byte, O_WRONLY | O_CREAT, 0600);
            if (write(file, byte, sizeof byte) < 0 || close(file) < 0) return 1;
        }
    } else if (!strcmp(what, "print")) {
        for (;;) puts("spam");
    } else if (!strcmp(what, "allocate")) {
        say("allocate", malloc(1ul << 40) ? 0 : -1);
    } else if (!strcmp(what, "leave")) {
        if (fork() == 0) {
            setsid();
            setpgid(0, 0);
            for (;;) pause();
        }
        while (path[0] == 'w') pause();
    } else {
        return 3;
    }
    return 0;
}
