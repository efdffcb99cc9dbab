/* method.c - the table of methods. */
#include "score/method.h"

#include <string.h>

#define METHOD(name, function, picking, about) ld_score_function ld_score_##function;
#include "score/methods.def"
#undef METHOD

const struct ld_method ld_methods[] = {
#define METHOD(name, function, picking, about) {name, about, ld_score_##function, picking},
#include "score/methods.def"
#undef METHOD
    {NULL, NULL, NULL, LD_PICK_PLAIN},
};

const struct ld_method *ld_method_find(const char *name) {
    for (const struct ld_method *m = ld_methods; m->name; m++)
        if (!strcmp(m->name, name)) return m;
    return NULL;
}
