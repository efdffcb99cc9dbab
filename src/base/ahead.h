/* ahead.h - ask for memory that will be read soon; nothing happens where there is none. */
#ifndef LD_AHEAD_H
#define LD_AHEAD_H

#ifdef __GNUC__
#define LD_WILL_READ(place) __builtin_prefetch(place)
#else
#define LD_WILL_READ(place) ((void)(place))
#endif

#endif
