#include "Run.h"

#include <math.h>

/// GLPK's kind of bounds: equal bounds must be "fixed", which it refuses as "double-bounded".
static int kind_of_bounds(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  return isinf(upper) ? GLP_LO : GLP_DB;
}

/// NaN fails every comparison, so both are caught by asking for what must hold.
static bool are_bounds(double lower, double upper) {
  return lower <= upper && lower < INFINITY && upper > -INFINITY;
}

static void check_shape(Run *run) {
  const CGLPKProgram *program = run->program;
  const CGLPKResult *result = run->result;
  if (program->rows < 0 || program->columns < 0) {
    run_say(run, "%d rows and %d columns", (int)program->rows, (int)program->columns);
    run_leave(run, CGLPKStatusInvalid);
  }
  bool rows = program->rows == 0 || (program->row_lower != NULL && program->row_upper != NULL && result->row_duals != NULL &&
                                     result->row_statuses != NULL && result->proof != NULL);
  bool columns = program->columns == 0 ||
                 (program->column_starts != NULL && program->column_lower != NULL && program->column_upper != NULL &&
                  program->costs != NULL && result->column_values != NULL && result->reduced_costs != NULL &&
                  result->column_statuses != NULL && result->proof != NULL);
  if (!rows || !columns) {
    run_say(run, "an array is missing");
    run_leave(run, CGLPKStatusInvalid);
  }
  if (!(run->options->relative_gap >= 0)) {
    run_say(run, "relative gap %g", run->options->relative_gap);
    run_leave(run, CGLPKStatusInvalid);
  }
}

/// What a row or a column takes at least, in bytes: far too many need not be tried.
enum { LeastSize = 64 };

static void check_memory(Run *run) {
  int64_t least = ((int64_t)run->program->rows + run->program->columns) * LeastSize;
  if ((uint64_t)least <= run->memory_limit) return;
  run_say(run, "no memory for %d rows and %d columns", (int)run->program->rows, (int)run->program->columns);
  run_leave(run, CGLPKStatusMemoryLimit);
}

static void load_rows(Run *run) {
  const CGLPKProgram *program = run->program;
  if (program->rows == 0) return;
  glp_add_rows(run->problem, program->rows);
  for (int i = 0; i < program->rows; i++) {
    double lower = program->row_lower[i], upper = program->row_upper[i];
    if (!are_bounds(lower, upper)) {
      run_say(run, "row %d has bounds %g and %g", i, lower, upper);
      run_leave(run, CGLPKStatusInvalid);
    }
    glp_set_row_bnds(run->problem, i + 1, kind_of_bounds(lower, upper), lower, upper);
  }
}

static void load_column(Run *run, int j) {
  const CGLPKProgram *program = run->program;
  double lower = program->column_lower[j], upper = program->column_upper[j], cost = program->costs[j];
  if (!are_bounds(lower, upper)) {
    run_say(run, "column %d has bounds %g and %g", j, lower, upper);
    run_leave(run, CGLPKStatusInvalid);
  }
  if (!isfinite(cost)) {
    run_say(run, "column %d has cost %g", j, cost);
    run_leave(run, CGLPKStatusInvalid);
  }
  glp_set_col_bnds(run->problem, j + 1, kind_of_bounds(lower, upper), lower, upper);
  glp_set_obj_coef(run->problem, j + 1, cost);
  if (program->integral != NULL && program->integral[j]) {
    if ((isfinite(lower) && lower != floor(lower)) || (isfinite(upper) && upper != floor(upper))) {
      run_say(run, "whole-numbered column %d has bounds %g and %g", j, lower, upper);
      run_leave(run, CGLPKStatusInvalid);
    }
    glp_set_col_kind(run->problem, j + 1, GLP_IV);
  }
}

static void load_entries(Run *run) {
  const CGLPKProgram *program = run->program;
  int *rows = run_allocate((int64_t)program->rows + 1, sizeof(int));
  double *values = run_allocate((int64_t)program->rows + 1, sizeof(double));
  for (int j = 0; j < program->columns; j++) {
    int64_t start = program->column_starts[j], count = program->column_starts[j + 1] - start;
    if (start < 0 || count < 0 || (j == 0 && start != 0) || count > program->rows) {
      run_say(run, "column %d has %lld entries in %d rows", j, (long long)count, (int)program->rows);
      run_leave(run, CGLPKStatusInvalid);
    }
    if (count == 0) continue;
    if (program->entry_rows == NULL || program->entry_values == NULL) {
      run_say(run, "an array is missing");
      run_leave(run, CGLPKStatusInvalid);
    }
    for (int64_t k = 0; k < count; k++) {
      double value = program->entry_values[start + k];
      int row = program->entry_rows[start + k];
      if (!isfinite(value) || row < 0 || row >= program->rows) {
        run_say(run, "column %d has coefficient %g in row %d of %d", j, value, row, (int)program->rows);
        run_leave(run, CGLPKStatusInvalid);
      }
      if (value != 0) {
        run->least_coefficient = fmin(run->least_coefficient, fabs(value));
        run->greatest_coefficient = fmax(run->greatest_coefficient, fabs(value));
      }
      rows[k + 1] = row + 1;
      values[k + 1] = value;
    }
    // GLPK itself refuses a row that stands here twice, as a fault.
    glp_set_mat_col(run->problem, j + 1, (int)count, rows, values);
    run_poll(run);
  }
  glp_free(rows);
  glp_free(values);
}

void run_load(Run *run) {
  const CGLPKProgram *program = run->program;
  check_shape(run);
  check_memory(run);
  run->problem = glp_create_prob();
  glp_set_obj_dir(run->problem, program->maximize ? GLP_MAX : GLP_MIN);
  if (!isfinite(program->constant)) {
    run_say(run, "the objective has constant %g", program->constant);
    run_leave(run, CGLPKStatusInvalid);
  }
  glp_set_obj_coef(run->problem, 0, program->constant);
  load_rows(run);
  if (program->columns == 0) return;
  glp_add_cols(run->problem, program->columns);
  run_poll(run);
  for (int j = 0; j < program->columns; j++) load_column(run, j);
  load_entries(run);
}
