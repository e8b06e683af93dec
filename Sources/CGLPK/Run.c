#include "Run.h"

#include <limits.h>
#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/// Megabytes between a limit on memory and the hard one behind it.
enum { Reserve = 64 };

double run_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int run_milliseconds_left(const Run *run) {
  double left = 1000 * (run->deadline - run_now());
  if (left <= 0) return 0;
  return left < INT_MAX ? (int)ceil(left) : INT_MAX;
}

int run_iterations_left(const Run *run) {
  int64_t limit = run->options->iteration_limit;
  if (limit < 0) return INT_MAX;
  int64_t left = limit - glp_get_it_cnt(run->problem);
  if (left < 0) return 0;
  return left < INT_MAX ? (int)left : INT_MAX;
}

void run_say(Run *run, const char *format, ...) {
  CGLPKResult *result = run->result;
  if (result->message == NULL || result->message_capacity <= 0) return;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(result->message, (size_t)result->message_capacity, format, arguments);
  va_end(arguments);
}

void run_leave(Run *run, CGLPKStatus status) {
  run->result->status = status;
  longjmp(run->escape, 1);
}

bool run_holds_too_much(const Run *run) {
  size_t held = 0;
  if (run->memory_limit < SIZE_MAX) glp_mem_usage(NULL, NULL, &held, NULL);
  return held > run->memory_limit;
}

void run_poll(Run *run) {
  if (run->options->flag != NULL && cglpk_flag_is_raised(run->options->flag)) run_leave(run, CGLPKStatusCancelled);
  if (run_holds_too_much(run)) {
    run_say(run, "more memory than the limit of %lld megabytes", (long long)run->options->memory_limit);
    run_leave(run, CGLPKStatusMemoryLimit);
  }
}

/// The limit asked for is polled: a call of GLPK to `realloc` that meets a limit of GLPK's own loses the block it was to enlarge,
/// for good. That one stands far enough behind to be met only if a single step, such as factorising a basis, takes as much again.
static void set_memory_limit(Run *run) {
  int64_t limit = run->options->memory_limit;
  run->memory_limit = SIZE_MAX;
  if (limit < 0 || limit > (int64_t)(SIZE_MAX >> 20)) return;
  run->memory_limit = (size_t)limit << 20;
  if (limit < INT_MAX / 2 - Reserve) glp_mem_limit((int)(2 * limit + Reserve));
}

void *run_allocate(int64_t count, size_t size) {
  // GLPK counts blocks in int and has no use for an empty one. Products beyond int end in its fault, not in a wrong size.
  if (count < 1) count = 1;
  return glp_alloc(count < INT_MAX ? (int)count : INT_MAX, (int)size);
}

/// Keeps what GLPK prints, and serves as its only regular callback: with messages on, both simplex methods report progress
/// every `out_frq` milliseconds, which polls the flag without chopping the solve (each new start would reset the steepest-edge
/// weights and so change the path, and the answer among equals).
static int keep_text(void *info, const char *text) {
  Run *run = info;
  for (; *text != '\0'; text++) {
    char *line = run->lines[2];
    if (*text == '\n') {
      memcpy(run->lines[0], run->lines[1], LineLength);
      memcpy(run->lines[1], line, LineLength);
      line[0] = '\0';
    } else {
      size_t length = strlen(line);
      if (length + 1 < LineLength) line[length] = *text, line[length + 1] = '\0';
    }
  }
  run_poll(run);
  // The limits given to GLPK end a solve in order. This one, a moment later, ends what does not look at them: the
  // linear programs inside cut generation and branching.
  if (run_now() > run->deadline + 0.05) run_leave(run, CGLPKStatusTimeLimit);
  return 1;  // nothing goes to the terminal
}

/// Whether a text of GLPK says that it has no memory: its limit, the system's, or what it can count.
static bool tells_of_memory(const char *text) {
  return strstr(text, "memory") != NULL || strstr(text, "block too large") != NULL;
}

/// GLPK is about to call `abort()`.
static void contain_fault(void *info) {
  Run *run = info;
  // The last line names a file of GLPK, the one before says what is wrong.
  run_say(run, "%s (%s)", run->lines[0], run->lines[1]);
  run_leave(run, tells_of_memory(run->lines[0]) ? CGLPKStatusMemoryLimit : CGLPKStatusFault);
}

static void run_body(Run *run) {
  CGLPKResult *result = run->result;
  run_poll(run);
  if (run->options->time_limit == 0) run_leave(run, CGLPKStatusTimeLimit);
  run_load(run);
  run_poll(run);
  result->status = run_simplex(run);
  if (result->status == CGLPKStatusOptimal && run->program->integral != NULL && glp_get_num_int(run->problem) > 0) {
    result->status = run_branch_and_bound(run);
  }
  result->iterations = glp_get_it_cnt(run->problem);
}

/// The only frame that calls `setjmp`; holds no variable that a jump could leave undefined.
static void run_contained(Run *run) {
  if (setjmp(run->escape) == 0) {
    glp_term_hook(keep_text, run);
    glp_error_hook(contain_fault, run);
    set_memory_limit(run);
    run_body(run);
  } else if (run->problem != NULL &&
             (run->result->status == CGLPKStatusCancelled || run->result->status == CGLPKStatusTimeLimit)) {
    run->result->iterations = glp_get_it_cnt(run->problem);
  }
  // Frees the problem and all scratch memory; after a fault nothing else is allowed.
  glp_free_env();
}

static void *run_on_own_thread(void *info) {
  if (glp_init_env() == 0) {
    run_contained(info);
  } else {
    run_say(info, "GLPK could not be initialised");
    ((Run *)info)->result->status = CGLPKStatusMemoryLimit;
  }
  return NULL;
}

void cglpk_solve(const CGLPKProgram *program, const CGLPKOptions *options, CGLPKResult *result) {
  if (result == NULL) return;
  result->status = CGLPKStatusInvalid;
  result->iterations = 0;
  result->has_point = result->has_duals = result->has_basis = result->has_bound = result->has_proof = false;
  result->basis_refused = false;
  result->objective = result->bound = 0;
  result->ray_variable = -1;
  Run run = {.program = program, .options = options, .result = result, .stopped = CGLPKStatusOptimal,
             .least_coefficient = INFINITY};
  run_say(&run, "%s", "");
  if (program == NULL || options == NULL) {
    run_say(&run, "no program or no options");
    return;
  }
  run.deadline = options->time_limit < 0 ? INFINITY : run_now() + 1e-3 * (double)options->time_limit;
  switch (glp_init_env()) {
  case 0:
    run_contained(&run);
    break;
  case 1: {
    // The thread's environment is somebody else's: a fault here would free their problems. Work where there is none.
    pthread_t thread;
    if (pthread_create(&thread, NULL, run_on_own_thread, &run) == 0) {
      pthread_join(thread, NULL);
    } else {
      result->status = CGLPKStatusMemoryLimit;
      run_say(&run, "this thread already uses GLPK, and no other could be started");
    }
    break;
  }
  default:
    result->status = CGLPKStatusMemoryLimit;
    run_say(&run, "GLPK could not be initialised");
  }
}

void cglpk_flag_raise(int32_t *flag) { __atomic_store_n(flag, 1, __ATOMIC_RELEASE); }

bool cglpk_flag_is_raised(const int32_t *flag) { return __atomic_load_n(flag, __ATOMIC_ACQUIRE) != 0; }
