// Makes every flush to the disk SLOW_US microseconds longer (300 unless told), to measure as on a slower disk:
//   gcc -O2 -shared -fPIC -o tooling/bench/dist/slow-flush.so tooling/bench/slow-flush.c
//   SLOW_US=240 LD_PRELOAD=tooling/bench/dist/slow-flush.so node tooling/bench/dist/storage-commits.js
// For PostgreSQL it is the server that is started so.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowly(const char *name, int file) {
  int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *given = getenv("SLOW_US");
  struct timespec more = {0, (given ? atol(given) : 300) * 1000};
  int result = flush(file);
  nanosleep(&more, NULL);
  return result;
}

int fsync(int file) { return slowly("fsync", file); }

int fdatasync(int file) { return slowly("fdatasync", file); }
