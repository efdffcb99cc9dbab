/* ahead.h - what a compiler may be told: ask for memory that will be read soon; keep a function out of its caller,
 * whose common way it would only slow down; that it is called so seldom that nothing else should make room for that;
 * put it into its caller, where most of what it is given is known.
 * Nothing happens where there is neither. */
#ifndef LD_AHEAD_H
#define LD_AHEAD_H

#ifdef __GNUC__
#define LD_WILL_READ(place) __builtin_prefetch(place)
#define LD_APART __attribute__((noinline))
#define LD_SELDOM __attribute__((noinline, cold))
#define LD_WITHIN __attribute__((always_inline))
#else
#define LD_WILL_READ(place) ((void)(place))
#define LD_APART
#define LD_SELDOM
#define LD_WITHIN
#endif

#endif
