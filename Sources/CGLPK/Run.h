/// What the files of this module share: one run of GLPK, from `glp_init_env` to `glp_free_env`.
#ifndef CGLPK_RUN_H
#define CGLPK_RUN_H

#include "CGLPK.h"

#include <glpk.h>
#include <setjmp.h>

enum { LineLength = 256 };

/// One call. Lives outside the frame that calls `setjmp`, so its members keep their values over a `longjmp`.
typedef struct Run {
  const CGLPKProgram *program;
  const CGLPKOptions *options;
  CGLPKResult *result;
  glp_prob *problem;
  /// Seconds of the monotonic clock; infinity without a time limit.
  double deadline;
  /// Bytes that GLPK may hold; `SIZE_MAX` without a limit.
  size_t memory_limit;
  /// Least and greatest size of a coefficient other than 0; infinity and 0 when there is none.
  double least_coefficient, greatest_coefficient;
  /// Where a fault or a raised flag continues.
  jmp_buf escape;
  /// Why a mixed-integer search was told to stop.
  CGLPKStatus stopped;
  /// The last complete line that GLPK printed, the one before, and the one being printed.
  char lines[3][LineLength];
} Run;

/// Seconds of the monotonic clock.
double run_now(void);

/// Milliseconds until the deadline as GLPK wants them: 0 when past, `INT_MAX` when there is none.
int run_milliseconds_left(const Run *run);

/// Iterations left as GLPK wants them: 0 when used up, `INT_MAX` when there is no limit.
int run_iterations_left(const Run *run);

/// Writes the message of the result.
void run_say(Run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));

/// Ends the run here with a status; does not return.
void run_leave(Run *run, CGLPKStatus status) __attribute__((noreturn));

/// Whether GLPK holds more memory than it is allowed.
bool run_holds_too_much(const Run *run);

/// Leaves the run if the flag is raised or more memory is held than is allowed.
void run_poll(Run *run);

/// Memory that `glp_free_env` releases, whatever happens until then.
void *run_allocate(int64_t count, size_t size);

/// Checks the program and hands it to GLPK; leaves the run if it is no program.
void run_load(Run *run);

/// Solves the program or its relaxation by the simplex method and fills in everything but the mixed-integer part.
CGLPKStatus run_simplex(Run *run);

/// Searches for whole numbers from the relaxation's optimal basis.
CGLPKStatus run_branch_and_bound(Run *run);

/// Takes back a point whose objective is too great for a number: nothing about it can be checked.
CGLPKStatus run_refuse_point(Run *run);

/// Looks for row multipliers that prove infeasibility, and keeps them if they do.
void run_prove_infeasible(Run *run);

/// Looks for the direction in which the objective improves without end, and keeps it if it is one.
void run_prove_unbounded(Run *run);

#endif
