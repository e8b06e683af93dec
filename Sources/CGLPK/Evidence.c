#include "Run.h"

#include <math.h>
#include <string.h>

/// What is smaller than this, beside what it was summed from, is round-off.
static const double roundOff = 1e-9;

/// Scales a vector so that its greatest component is 1; false when it is zero or not finite.
static bool normalise(double *vector, int count) {
  double greatest = 0;
  for (int i = 0; i < count; i++) greatest = fmax(greatest, fabs(vector[i]));
  if (!(greatest > 0) || !isfinite(greatest)) return false;
  for (int i = 0; i < count; i++) {
    vector[i] /= greatest;
    if (fabs(vector[i]) < roundOff) vector[i] = 0;
  }
  return true;
}

static double least(double factor, double lower, double upper) {
  return factor == 0 ? 0 : factor > 0 ? factor * lower : factor * upper;
}

/// Whether the least value of (y A) x over the column bounds exceeds the greatest of y r over the row bounds (Farkas).
static bool separates(const CGLPKProgram *program, const double *y) {
  double low = 0, high = 0, size = 0;
  for (int i = 0; i < program->rows; i++) {
    double term = -least(-y[i], program->row_lower[i], program->row_upper[i]);
    high += term;
    size += fabs(term);
  }
  for (int j = 0; j < program->columns; j++) {
    double z = 0, summed = 0;
    for (int64_t k = program->column_starts[j]; k < program->column_starts[j + 1]; k++) {
      double term = y[program->entry_rows[k]] * program->entry_values[k];
      z += term;
      summed += fabs(term);
    }
    if (fabs(z) <= roundOff * summed) continue;
    double term = least(z, program->column_lower[j], program->column_upper[j]);
    low += term;
    size += fabs(term);
  }
  return isfinite(size) && low - high > roundOff * (1 + size);
}

/// Multipliers of the rows from weights of the basic variables, tried with both signs.
static bool keep_if_separating(Run *run, double *weights /* from 1 */) {
  const CGLPKProgram *program = run->program;
  glp_btran(run->problem, weights);
  double *y = run->result->proof;
  memcpy(y, weights + 1, (size_t)program->rows * sizeof(double));
  if (!normalise(y, program->rows)) return false;
  for (int sign = 0; sign < 2; sign++) {
    if (separates(program, y)) return run->result->has_proof = true;
    for (int i = 0; i < program->rows; i++) y[i] = -y[i];
  }
  return false;
}

/// The position of a variable (rows from 1, then columns) in the basis, or 0.
static int position(Run *run, int variable) {
  int rows = run->program->rows;
  return variable <= rows ? glp_get_row_bind(run->problem, variable) : glp_get_col_bind(run->problem, variable - rows);
}

void run_prove_infeasible(Run *run) {
  int rows = run->program->rows;
  if (rows == 0 || (!glp_bf_exists(run->problem) && glp_factorize(run->problem) != 0)) return;
  double *weights = run_allocate((int64_t)rows + 1, sizeof(double));
  // The dual method ends in a row of the table that no entering variable can repair: that row is the proof.
  int variable = glp_get_unbnd_ray(run->problem);
  int basic = variable > 0 ? position(run, variable) : 0;
  bool proved = false;
  if (basic > 0) {
    memset(weights, 0, ((size_t)rows + 1) * sizeof(double));
    weights[basic] = 1;
    proved = keep_if_separating(run, weights);
  }
  // The primal method ends at the least sum of violations: the multipliers of that sum are the proof.
  if (!proved) {
    for (int k = 1; k <= rows; k++) {
      int at = glp_get_bhead(run->problem, k), j = at - rows;
      double value = j > 0 ? glp_get_col_prim(run->problem, j) : glp_get_row_prim(run->problem, at);
      double lower = j > 0 ? run->program->column_lower[j - 1] : run->program->row_lower[at - 1];
      double upper = j > 0 ? run->program->column_upper[j - 1] : run->program->row_upper[at - 1];
      double tolerance = 1e-7 * (1 + fabs(value));
      weights[k] = value < lower - tolerance ? -1 : value > upper + tolerance ? 1 : 0;
    }
    keep_if_separating(run, weights);
  }
  glp_free(weights);
}

/// Whether going along `direction` for ever stays within all bounds and improves the objective.
static bool improves(Run *run, const double *direction) {
  const CGLPKProgram *program = run->program;
  double gain = 0, size = 0;
  double *activity = run_allocate(program->rows, sizeof(double));
  double *summed = run_allocate(program->rows, sizeof(double));
  for (int i = 0; i < program->rows; i++) activity[i] = summed[i] = 0;
  bool stays = true;
  for (int j = 0; j < program->columns; j++) {
    double step = direction[j];
    if ((step > 0 && isfinite(program->column_upper[j])) || (step < 0 && isfinite(program->column_lower[j]))) stays = false;
    gain += step * program->costs[j];
    size += fabs(step * program->costs[j]);
    for (int64_t k = program->column_starts[j]; k < program->column_starts[j + 1]; k++) {
      activity[program->entry_rows[k]] += step * program->entry_values[k];
      summed[program->entry_rows[k]] += fabs(step * program->entry_values[k]);
    }
  }
  for (int i = 0; i < program->rows; i++) {
    if (fabs(activity[i]) <= roundOff * summed[i]) continue;
    if (isfinite(activity[i] > 0 ? program->row_upper[i] : program->row_lower[i])) stays = false;
  }
  glp_free(activity);
  glp_free(summed);
  return stays && (program->maximize ? gain : -gain) > roundOff * size;
}

void run_prove_unbounded(Run *run) {
  int rows = run->program->rows, columns = run->program->columns;
  int variable = glp_get_unbnd_ray(run->problem);
  run->result->ray_variable = (int64_t)variable - 1;
  if (variable <= 0 || (!glp_bf_exists(run->problem) && glp_factorize(run->problem) != 0)) return;
  if (position(run, variable) > 0) return;
  double *direction = run->result->proof;
  for (int j = 0; j < columns; j++) direction[j] = 0;
  if (variable > rows) direction[variable - rows - 1] = 1;
  if (rows > 0) {
    int *at = run_allocate((int64_t)rows + 1, sizeof(int));
    double *values = run_allocate((int64_t)rows + 1, sizeof(double));
    int count = glp_eval_tab_col(run->problem, variable, at, values);
    for (int k = 1; k <= count; k++) {
      if (at[k] > rows) direction[at[k] - rows - 1] = values[k];
    }
    glp_free(at);
    glp_free(values);
  }
  if (!normalise(direction, columns)) return;
  for (int sign = 0; sign < 2 && !run->result->has_proof; sign++) {
    run->result->has_proof = improves(run, direction);
    if (run->result->has_proof) return;
    for (int j = 0; j < columns; j++) direction[j] = -direction[j];
  }
}
