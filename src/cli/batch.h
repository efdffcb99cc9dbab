/* batch.h - what the parts of lede batch share. Lines travel in groups, so that handing them on costs little: as many
 * as are there without waiting, up to GROUP_LINES and about GROUP_BYTES, but always one at least, however long. */
#ifndef LD_BATCH_H
#define LD_BATCH_H

#include <time.h>

#include "cli/cli.h"

enum { LD_GROUP_LINES = 64, LD_GROUP_BYTES = 32768 };

enum ld_line_state { LD_LINE_WHOLE, LD_LINE_OVERLONG, LD_LINE_LOST /* there was no memory for it */ };

struct ld_group {
    /* by the reader */
    struct ld_buffer in;
    struct {
        size_t start, length; /* in in */
        enum ld_line_state state;
    } lines[LD_GROUP_LINES];
    size_t count;
    uint64_t first;    /* number of the first line, from 1, over all files: that of its line of output too */
    uint64_t position; /* bytes of the files that were read by then */
    /* by a worker */
    struct ld_buffer out, message;
    size_t answered; /* lines whose answer is in out; fewer than count where there was no memory even for an error */
    uint64_t failed, over;
    const char *kind; /* ld_kind_of_line of the first that it told anything of */
};

void ld_group_empty(struct ld_group *group); /* large buffers are given back */
void ld_group_free(struct ld_group *group);

/* As ld_record_read, but safe where memory runs out. ld_batch_memory is to be called once before, and before threads.
 */
void ld_batch_memory(void);
/* Whether jansson had no memory in this thread, other than for such a record: then what it read may be wrong. */
bool ld_batch_memory_lost(void);
enum ld_record_error ld_batch_record(const char *line, size_t length, bool carry, struct ld_record *record,
                                     struct ld_buffer *message);

/* The lines' answers: one line of JSON each. */
void ld_group_work(const struct ld_settings *settings, struct ld_group *group);

/* What error lines look like behind the id: ,"line":N,"error":{"code": */
void ld_put_error_start(struct ld_buffer *out, uint64_t number);

/* ---- the end by a signal ---- */

/* SIGINT and SIGTERM are to end the reading only; one that comes two seconds later ends the program. False: said why.
 */
bool ld_signals_catch(void);
int ld_signals_caught(void); /* the last one, or 0 */
int ld_signals_wake(void);   /* a descriptor from which something can be read once one came, or after: */
void ld_signals_stop(void);  /* end the reading, without a signal */

/* ---- progress ---- */

struct ld_meter {
    bool on, terminal;
    uint64_t total;    /* bytes of all files; 0 where that is not known */
    uint64_t position; /* where this run began */
    struct timespec began, shown;
};

struct ld_tally { /* of what was written */
    uint64_t records, bytes, position, failed, over;
    const char *kind; /* as in the groups */
};

/* On standard error, where --progress says so: from position (bytes of the files that were done before) on; what is
 * written so far, but not more often than can be read, unless it is the last time. */
void ld_meter_start(struct ld_meter *meter, const struct ld_settings *settings, uint64_t position);
void ld_meter_show(struct ld_meter *meter, const struct ld_tally *tally, bool last);

/* ---- going on ---- */

struct ld_done { /* what an output holds already */
    uint64_t lines, failed;
    uint64_t bytes;        /* of whole lines: what follows them is the start of one */
    struct ld_buffer last; /* the last whole line, or what it begins with */
    bool last_failed;      /* it is an error */
};

/* Look through the output, by means of lines. False: said why. done->last is to be freed in any case. */
bool ld_resume_count(const struct ld_output *output, struct ld_lines *lines, struct ld_done *done);
/* Cut the output behind its whole lines, and write on from there. False: said why. */
bool ld_resume_cut(struct ld_output *output, const struct ld_done *done);

#endif
