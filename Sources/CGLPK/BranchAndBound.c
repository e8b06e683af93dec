#include "Run.h"

#include <math.h>

enum { PollInterval = 5 };

/// Keeps the best whole-numbered point while the search goes on, so that a run that is left by a jump has not lost it.
static void copy_point(Run *run) {
  CGLPKResult *result = run->result;
  result->objective = glp_mip_obj_val(run->problem);
  for (int j = 0; j < run->program->columns; j++) result->column_values[j] = glp_mip_col_val(run->problem, j + 1);
  result->has_point = true;
}

/// Takes the bound of the best open subproblem. No better point is left than the best of it and the one already found.
static void tighten_bound(Run *run, glp_tree *tree) {
  int node = glp_ios_best_node(tree);
  if (node == 0) return;
  double bound = glp_ios_node_bound(tree, node);
  if (!isfinite(bound) || fabs(bound) >= 1e300) return;
  CGLPKResult *result = run->result;
  bool maximize = run->program->maximize;
  if (result->has_point) bound = maximize ? fmax(bound, result->objective) : fmin(bound, result->objective);
  result->bound = maximize ? fmin(result->bound, bound) : fmax(result->bound, bound);
}

static void watch(glp_tree *tree, void *info) {
  Run *run = info;
  if (glp_ios_reason(tree) == GLP_IBINGO) copy_point(run);
  tighten_bound(run, tree);
  if (run->options->flag != NULL && cglpk_flag_is_raised(run->options->flag)) run->stopped = CGLPKStatusCancelled;
  else if (run_milliseconds_left(run) == 0) run->stopped = CGLPKStatusTimeLimit;
  else if (run_iterations_left(run) == 0) run->stopped = CGLPKStatusIterationLimit;
  else if (run_holds_too_much(run)) run->stopped = CGLPKStatusMemoryLimit;
  else return;
  glp_ios_terminate(tree);
}

CGLPKStatus run_branch_and_bound(Run *run) {
  glp_iocp settings;
  glp_init_iocp(&settings);
  settings.msg_lev = GLP_MSG_ON;
  settings.out_frq = PollInterval;
  settings.out_dly = 0;
  settings.tm_lim = run_milliseconds_left(run);
  // Without any point GLPK takes the gap for the greatest number, and would be content with a gap as wide.
  settings.mip_gap = fmin(run->options->relative_gap, 1e300);
  settings.cb_func = watch;
  settings.cb_info = run;
  settings.gmi_cuts = settings.mir_cuts = settings.cov_cuts = settings.clq_cuts = run->options->cuts ? GLP_ON : GLP_OFF;
  int code = glp_intopt(run->problem, &settings);
  CGLPKResult *result = run->result;
  int status = glp_mip_status(run->problem);
  if (status == GLP_OPT || status == GLP_FEAS) copy_point(run);
  if (result->has_point && !isfinite(result->objective)) return run_refuse_point(run);
  switch (code) {
  case 0:
    if (status != GLP_OPT) {
      result->has_bound = false;
      return CGLPKStatusInfeasible;
    }
    result->bound = result->objective;  // the tree is empty
    return CGLPKStatusOptimal;
  case GLP_EMIPGAP:
    return CGLPKStatusOptimal;
  case GLP_ETMLIM:
    return CGLPKStatusTimeLimit;
  case GLP_ESTOP:
    return run->stopped;
  default:
    run_say(run, "branch and bound failed with code %d: %s", code, run->lines[1]);
    return CGLPKStatusNumericalTrouble;
  }
}
