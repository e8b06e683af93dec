#include "Run.h"

#include <math.h>
#include <string.h>

/// Milliseconds between two looks at the flag.
enum { PollInterval = 5 };

/// Sets the basis asked for. GLPK moves a status that contradicts the bounds to a bound that exists.
static void set_basis(Run *run) {
  const CGLPKOptions *options = run->options;
  if (options->row_statuses == NULL || options->column_statuses == NULL) return;
  for (int i = 0; i < run->program->rows + run->program->columns; i++) {
    bool row = i < run->program->rows;
    int status = row ? options->row_statuses[i] : options->column_statuses[i - run->program->rows];
    if (status < CGLPKBasic || status > CGLPKFixed) status = CGLPKAtLower;
    if (row) glp_set_row_stat(run->problem, i + 1, status);
    else glp_set_col_stat(run->problem, i + 1 - run->program->rows, status);
  }
}

/// The method to begin with. Dual from a dual feasible start is the fast one; a start that is primal feasible, as an
/// optimal basis is after columns were added, is not given up.
static int choose_method(Run *run) {
  bool given = run->options->row_statuses != NULL && run->options->column_statuses != NULL;
  if (glp_warm_up(run->problem) != 0) {
    run->result->basis_refused = given;
    glp_std_basis(run->problem);
    if (glp_warm_up(run->problem) != 0) return GLP_PRIMAL;
  }
  switch (run->options->method) {
  case CGLPKMethodPrimal: return GLP_PRIMAL;
  case CGLPKMethodDual: return GLP_DUAL;
  case CGLPKMethodAutomatic: break;
  }
  if (glp_get_prim_stat(run->problem) == GLP_FEAS) return GLP_PRIMAL;
  return glp_get_dual_stat(run->problem) == GLP_FEAS ? GLP_DUAL : GLP_PRIMAL;
}

static int simplex_once(Run *run, int method) {
  run_poll(run);  // what factorising took
  glp_smcp settings;
  glp_init_smcp(&settings);
  settings.msg_lev = GLP_MSG_ON;  // progress is the hook's chance to look at the flag
  settings.out_frq = PollInterval;
  settings.out_dly = 0;
  settings.meth = method;
  settings.it_lim = run_iterations_left(run);
  settings.tm_lim = run_milliseconds_left(run);
  if (run->options->has_objective_limit) {
    double limit = run->options->objective_limit;
    if (run->program->maximize) settings.obj_ll = limit;
    else settings.obj_ul = limit;
  }
  return glp_simplex(run->problem, &settings);
}

static void copy_basis(Run *run) {
  CGLPKResult *result = run->result;
  for (int i = 0; i < run->program->rows; i++) result->row_statuses[i] = (uint8_t)glp_get_row_stat(run->problem, i + 1);
  for (int j = 0; j < run->program->columns; j++) result->column_statuses[j] = (uint8_t)glp_get_col_stat(run->problem, j + 1);
  result->has_basis = true;
}

static void copy_point(Run *run) {
  CGLPKResult *result = run->result;
  result->objective = glp_get_obj_val(run->problem);
  for (int j = 0; j < run->program->columns; j++) result->column_values[j] = glp_get_col_prim(run->problem, j + 1);
  result->has_point = true;
}

static void copy_duals(Run *run) {
  CGLPKResult *result = run->result;
  for (int i = 0; i < run->program->rows; i++) result->row_duals[i] = glp_get_row_dual(run->problem, i + 1);
  for (int j = 0; j < run->program->columns; j++) result->reduced_costs[j] = glp_get_col_dual(run->problem, j + 1);
  result->has_duals = true;
}

/// Runs the methods until one gives an answer: `GLP_OPT`, `GLP_NOFEAS`, `GLP_UNBND`, or 0 with GLPK's return code.
static int simplex_until_settled(Run *run, int *code) {
  int method = choose_method(run);
  // The dual method that ends without a dual feasible basis cannot say whether the program is infeasible or unbounded:
  // the primal one goes on from there. A method that fails leaves the field to the other, from the standard basis.
  for (int attempt = 0; attempt < 3; attempt++) {
    *code = simplex_once(run, method);
    if (*code == GLP_EOBJLL || *code == GLP_EOBJUL) return 0;
    if (*code == GLP_EITLIM || *code == GLP_ETMLIM || *code == GLP_EBOUND) return 0;
    int status = *code == 0 ? glp_get_status(run->problem) : GLP_UNDEF;
    if (status == GLP_OPT || status == GLP_NOFEAS) return status;
    if (status == GLP_UNBND && method == GLP_PRIMAL) return status;
    if (*code != 0) glp_std_basis(run->problem);
    method = method == GLP_DUAL ? GLP_PRIMAL : GLP_DUAL;
  }
  return 0;
}

CGLPKStatus run_refuse_point(Run *run) {
  CGLPKResult *result = run->result;
  result->has_point = result->has_duals = result->has_bound = false;
  run_say(run, "the objective is %g", glp_get_obj_val(run->problem));
  return CGLPKStatusNumericalTrouble;
}

CGLPKStatus run_simplex(Run *run) {
  // GLPK leaves coefficients from 0.1 to 10 as they are too, but walks its lists four times to find that out: half of the time
  // that loading a set partitioning of 20,000 columns takes.
  if (run->least_coefficient < 0.1 || run->greatest_coefficient > 10) glp_scale_prob(run->problem, GLP_SF_AUTO);
  set_basis(run);
  run_poll(run);
  int code = 0;
  int status = simplex_until_settled(run, &code);
  bool whole = run->program->integral != NULL && glp_get_num_int(run->problem) > 0;
  copy_basis(run);
  switch (status) {
  case GLP_OPT:
    if (!isfinite(glp_get_obj_val(run->problem))) return run_refuse_point(run);
    if (whole) {
      run->result->bound = glp_get_obj_val(run->problem);
      run->result->has_bound = true;
    } else {
      copy_point(run);
      copy_duals(run);
    }
    return CGLPKStatusOptimal;
  case GLP_NOFEAS:
    run_prove_infeasible(run);
    return CGLPKStatusInfeasible;
  case GLP_UNBND:
    // A relaxation that is unbounded says nothing certain about whole numbers; with rational data it is the usual reading.
    run_prove_unbounded(run);
    return CGLPKStatusUnbounded;
  default:
    break;
  }
  if (code == GLP_EITLIM || code == GLP_ETMLIM) {
    bool feasible = glp_get_prim_stat(run->problem) == GLP_FEAS && isfinite(glp_get_obj_val(run->problem));
    if (!whole && feasible) copy_point(run);
    return code == GLP_EITLIM ? CGLPKStatusIterationLimit : CGLPKStatusTimeLimit;
  }
  if (code == GLP_EOBJLL || code == GLP_EOBJUL) return CGLPKStatusObjectiveLimit;
  run_say(run, "the simplex method failed with code %d: %s", code, run->lines[1]);
  return CGLPKStatusNumericalTrouble;
}
