/// Ten thousand calls on changing threads, for valgrind: answers, faults, cancellations and limits must leave nothing behind.
///
/// `make memcheck` builds and runs it. The first argument is the number of calls; exit status 1 means that one ended wrongly.
#include "CGLPK.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { Threads = 4, CallsPerThread = 5, Kinds = 10 };

typedef struct Work {
  int first;
  int32_t flag;
  int wrong;
  int counts[CGLPKStatusFault + 1];
} Work;

typedef struct Arrays {
  int64_t *starts;
  int32_t *rows;
  double *values, *row_lower, *row_upper, *column_lower, *column_upper, *costs;
  bool *integral;
  CGLPKResult result;
} Arrays;

static unsigned long long next(unsigned long long *state) {
  *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
  return *state >> 33;
}

static void *room(size_t count, size_t size) {
  void *block = calloc(count > 0 ? count : 1, size);
  if (block == NULL) abort();
  return block;
}

static Arrays make_arrays(int rows, int columns) {
  Arrays a = {.starts = room((size_t)columns + 1, sizeof(int64_t)),
              .rows = room((size_t)rows * (size_t)columns, sizeof(int32_t)),
              .values = room((size_t)rows * (size_t)columns, sizeof(double)),
              .row_lower = room((size_t)rows, sizeof(double)),
              .row_upper = room((size_t)rows, sizeof(double)),
              .column_lower = room((size_t)columns, sizeof(double)),
              .column_upper = room((size_t)columns, sizeof(double)),
              .costs = room((size_t)columns, sizeof(double)),
              .integral = room((size_t)columns, sizeof(bool))};
  size_t most = (size_t)(rows > columns ? rows : columns);
  a.result = (CGLPKResult){.column_values = room((size_t)columns, sizeof(double)),
                           .row_duals = room((size_t)rows, sizeof(double)),
                           .reduced_costs = room((size_t)columns, sizeof(double)),
                           .row_statuses = room((size_t)rows, 1),
                           .column_statuses = room((size_t)columns, 1),
                           .proof = room(most, sizeof(double)),
                           .message = room(256, 1),
                           .message_capacity = 256};
  return a;
}

static void free_arrays(Arrays *a) {
  free(a->starts), free(a->rows), free(a->values), free(a->row_lower), free(a->row_upper), free(a->column_lower);
  free(a->column_upper), free(a->costs), free(a->integral), free(a->result.column_values), free(a->result.row_duals);
  free(a->result.reduced_costs), free(a->result.row_statuses), free(a->result.column_statuses), free(a->result.proof);
  free(a->result.message);
}

/// A dense covering program, spoiled in the way of its kind. Returns whether the end was one of those that the kind may have.
static bool call(int number, Work *work) {
  int kind = number % Kinds;
  unsigned long long state = (unsigned long long)number * 2654435761u + 1;
  bool large = kind == 7 || kind == 8 || kind == 9;
  int rows = large ? 30 : 1 + (int)(next(&state) % 7), columns = large ? 60 : 2 + (int)(next(&state) % 9);
  // The largest of those with a limit on memory meets it while GLPK enlarges a factorisation.
  if (kind == 8) rows = columns = number / Kinds % 8 == 0 ? 190 : 60;
  Arrays a = make_arrays(rows, columns);
  for (int j = 0; j < columns; j++) {
    a.starts[j + 1] = (int64_t)(j + 1) * rows;
    a.column_upper[j] = INFINITY;
    a.costs[j] = 1 + (double)(next(&state) % 9);
    for (int i = 0; i < rows; i++) {
      a.rows[j * rows + i] = i;
      a.values[j * rows + i] = large ? (double)(next(&state) % 1000) / 7 : (double)(next(&state) % 5);
    }
  }
  for (int i = 0; i < rows; i++) a.row_lower[i] = 1 + (double)(next(&state) % 4), a.row_upper[i] = INFINITY;
  CGLPKProgram program = {.rows = rows, .columns = columns, .column_starts = a.starts, .entry_rows = a.rows,
                          .entry_values = a.values, .row_lower = a.row_lower, .row_upper = a.row_upper,
                          .column_lower = a.column_lower, .column_upper = a.column_upper, .costs = a.costs};
  CGLPKOptions options = {.time_limit = -1, .iteration_limit = -1, .memory_limit = -1};
  unsigned allowed = 1u << CGLPKStatusOptimal | 1u << CGLPKStatusInfeasible;
  switch (kind) {
  case 0: break;
  case 1: program.maximize = true, allowed |= 1u << CGLPKStatusUnbounded; break;
  case 2:  // GLPK's own fault: the first column names its first row twice
    if (rows > 1) a.rows[1] = 0, allowed = 1u << CGLPKStatusFault;
    break;
  case 3:
    for (int j = 0; j < columns; j++) a.integral[j] = true, a.column_upper[j] = 9;
    program.integral = a.integral;
    options.cuts = number % 20 == 3;
    break;
  case 4: a.costs[0] = NAN, allowed = 1u << CGLPKStatusInvalid; break;
  case 5: work->flag = 1, options.flag = &work->flag, allowed = 1u << CGLPKStatusCancelled; break;
  case 6: program.columns = INT32_MAX, allowed = 1u << CGLPKStatusFault; break;
  case 7:  // another thread raises the flag in the middle, or when all is over
    work->flag = 0, options.flag = &work->flag, allowed |= 1u << CGLPKStatusCancelled;
    break;
  case 8:
    options.memory_limit = 1 + number / Kinds % 24 / 8, allowed |= 1u << CGLPKStatusMemoryLimit;
    memset(a.result.row_statuses, CGLPKAtLower, (size_t)rows), memset(a.result.column_statuses, CGLPKBasic, (size_t)columns);
    options.row_statuses = a.result.row_statuses, options.column_statuses = a.result.column_statuses;
    break;
  case 9: options.iteration_limit = number % 50, allowed |= 1u << CGLPKStatusIterationLimit; break;
  }
  cglpk_solve(&program, &options, &a.result);
  CGLPKStatus status = a.result.status;
  bool right = (allowed >> status & 1) != 0 && (status != CGLPKStatusFault || strstr(a.result.message, "rror") != NULL);
  if (!right) fprintf(stderr, "call %d of kind %d ended with %d: %s\n", number, kind, (int)status, a.result.message);
  work->counts[status]++;
  free_arrays(&a);
  return right;
}

static void *run(void *info) {
  Work *work = info;
  for (int k = 0; k < CallsPerThread; k++) work->wrong += !call(work->first + k, work);
  return NULL;
}

int main(int count, char **arguments) {
  int calls = count > 1 ? atoi(arguments[1]) : 10000, wrong = 0, counts[CGLPKStatusFault + 1] = {0};
  for (int first = 0; first < calls; first += Threads * CallsPerThread) {
    Work work[Threads] = {0};
    pthread_t threads[Threads];
    for (int t = 0; t < Threads; t++) {
      work[t].first = first + t * CallsPerThread;
      if (pthread_create(&threads[t], NULL, run, &work[t]) != 0) return 2;
    }
    for (int t = 0; t < Threads; t++) cglpk_flag_raise(&work[t].flag);
    for (int t = 0; t < Threads; t++) {
      pthread_join(threads[t], NULL);
      wrong += work[t].wrong;
      for (int s = 0; s <= CGLPKStatusFault; s++) counts[s] += work[t].counts[s];
    }
  }
  const char *names[] = {"optimal", "infeasible", "unbounded", "time limit", "iteration limit",
                         "memory limit", "cancelled", "numerical trouble", "invalid", "fault"};
  for (int s = 0; s <= CGLPKStatusFault; s++) printf("%s%s %d", s > 0 ? ", " : "", names[s], counts[s]);
  printf("; ended wrongly: %d\n", wrong);
  return wrong > 0;
}
