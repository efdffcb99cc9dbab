/* ahead.h - what a compiler may be told: ask for memory that will be read soon; keep a function out of its caller,
 * whose common way it would only slow down. Nothing happens where there is neither. */
#ifndef LD_AHEAD_H
#define LD_AHEAD_H

#ifdef __GNUC__
#define LD_WILL_READ(place) __builtin_prefetch(place)
#define LD_APART __attribute__((noinline))
#else
#define LD_WILL_READ(place) ((void)(place))
#define LD_APART
#endif

#endif
