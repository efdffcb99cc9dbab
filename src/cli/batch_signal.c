/* batch_signal.c - SIGINT and SIGTERM in; a flag, and a pipe with something to read, out. The one place with variables
 * that live as long as the program: a signal handler gets nothing else. It only calls write, which may be called there.
 * Source: POSIX.1-2008, 2.4.3 (async-signal-safe functions); the pipe to oneself is D. J. Bernstein's. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/batch.h"

static volatile sig_atomic_t caught;
static int ends[2] = {-1, -1};

void ld_signals_stop(void) {
    ssize_t written = write(ends[1], "", 1); /* full: then it is readable anyway */
    (void)written;
}

/* One signal may come twice at once, as from timeout(1), which sends it to its child and to the group. Only a second
 * one that comes two seconds later is from someone who will not wait. */
static void handle(int signal_number) {
    static struct timespec first;
    struct timespec now;
    int error = errno;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!caught) first = now;
    if (now.tv_sec - first.tv_sec > 1) {
        signal(signal_number, SIG_DFL);
        raise(signal_number);
    }
    caught = signal_number;
    ld_signals_stop();
    errno = error;
}

bool ld_signals_catch(void) {
    static const int signals[] = {SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = handle}, before;
    sigemptyset(&action.sa_mask);
    if (pipe(ends) || fcntl(ends[1], F_SETFL, O_NONBLOCK)) {
        ld_say(NULL, "no pipe: %s", strerror(errno));
        return false;
    }
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) /* one that is ignored (nohup) stays so */
        if (!sigaction(signals[i], NULL, &before) && before.sa_handler != SIG_IGN) sigaction(signals[i], &action, NULL);
    return true;
}

int ld_signals_caught(void) { return caught; }

int ld_signals_wake(void) { return ends[0]; }
