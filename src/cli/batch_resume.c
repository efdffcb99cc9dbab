/* batch_resume.c - the output of a run that was cut off, in; how many of its lines are whole, and a place to go on
 * writing, out. Whole lines are taken as they are: that they came of the same input and options is asked of the last
 * one only, by batch.c. Leaves alone how the input is skipped. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"
#include "read/json.h"

enum { HEAD = 65536 }; /* as much of a line as is looked at to see whether it is an error's */

/* Is that what stands behind the id? An answer may carry the like further on. */
static bool is_error(const struct ld_buffer *head, struct ld_buffer *wanted, uint64_t number) {
    static const char id[] = "{\"id\":";
    const size_t before = sizeof id - 1;
    wanted->length = 0;
    ld_put_error_start(wanted, number);
    if (head->failed || wanted->failed || head->length < before || memcmp(head->bytes, id, before)) return false;
    const char *end = head->bytes + head->length, *at = ld_json_after_value(head->bytes + before, end);
    return (size_t)(end - at) >= wanted->length && !memcmp(at, wanted->bytes, wanted->length);
}

bool ld_resume_count(const struct ld_output *output, struct ld_lines *lines, struct ld_done *done) {
    struct ld_buffer head, wanted;
    enum ld_line got;
    *done = (struct ld_done){0};
    ld_buffer_init(&head);
    ld_buffer_init(&wanted);
    if (!ld_lines_open(lines, output->name, ld_signals_wake())) return false;
    lines->stream.begun = true; /* as it is, never packed */
    do {
        got = ld_lines_next(lines, HEAD, &head);
        if (got == LD_LINE_PART) continue;
        if ((got == LD_LINE || got == LD_LINE_TOO_LONG) && !lines->unended) {
            done->lines++;
            done->bytes += lines->length + 1;
            ld_buffer_byte(&head, '\0'); /* as the last line is to end */
            head.length -= !head.failed;
            done->last_failed = is_error(&head, &wanted, done->lines);
            done->failed += done->last_failed;
            const struct ld_buffer last = done->last;
            done->last = head;
            head = last;
        }
        head.length = 0;
    } while (got <= LD_LINE_TOO_LONG);
    ld_lines_close(lines);
    ld_buffer_free(&head);
    ld_buffer_free(&wanted);
    return got == LD_LINES_END;
}

bool ld_resume_cut(struct ld_output *output, const struct ld_done *done) {
    const int descriptor = output->descriptor;
    if (!ftruncate(descriptor, (off_t)done->bytes) && lseek(descriptor, 0, SEEK_END) == (off_t)done->bytes) return true;
    ld_say(output->name, "%s", strerror(errno));
    return false;
}
