// Lets a program with Swift's Dispatch run under Valgrind 3.19.
//
// Dispatch parks its first thread in sigsuspend with a mask in read-only memory, which that Valgrind writes to, and crashes (mended in
// 3.20). This one is loaded before the C library's and passes a copy.
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &copy, (size_t)(_NSIG / 8));
}
