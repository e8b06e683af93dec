/// GLPK behind one call: build, solve, copy out, free.
///
/// Nothing of GLPK is visible here: no type, no handle, no terminal output. A call runs on the calling thread and leaves
/// no memory behind on it. A fault inside GLPK, whose own answer is `abort()`, comes back as `CGLPKStatusFault` and a text.
#ifndef CGLPK_H
#define CGLPK_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a call ended.
typedef enum __attribute__((enum_extensibility(closed))) CGLPKStatus {
  /// Proved optimal; a mixed-integer program within the relative gap asked for.
  CGLPKStatusOptimal = 0,
  /// No point satisfies all bounds.
  CGLPKStatusInfeasible = 1,
  /// The objective improves without end.
  CGLPKStatusUnbounded = 2,
  /// The time ran out.
  CGLPKStatusTimeLimit = 3,
  /// The simplex iterations ran out.
  CGLPKStatusIterationLimit = 4,
  /// GLPK asked for more memory than it was allowed or than there is.
  CGLPKStatusMemoryLimit = 5,
  /// The flag was raised.
  CGLPKStatusCancelled = 6,
  /// Neither the primal nor the dual simplex method could finish; the message says how.
  CGLPKStatusNumericalTrouble = 7,
  /// The program is no program; nothing was solved; the message says why.
  CGLPKStatusInvalid = 8,
  /// GLPK found a mistake of its caller or of its own; the message is GLPK's.
  CGLPKStatusFault = 9,
  /// The dual method passed `objective_limit`: no point is better.
  CGLPKStatusObjectiveLimit = 10,
} CGLPKStatus;

/// Which simplex method to begin with.
typedef enum __attribute__((enum_extensibility(closed))) CGLPKMethod {
  /// Dual when the starting basis is dual feasible and not primal feasible, else primal.
  CGLPKMethodAutomatic = 0,
  CGLPKMethodPrimal = 1,
  CGLPKMethodDual = 2,
} CGLPKMethod;

/// Where a row or a column stands in a basis. Stored as `uint8_t`.
enum {
  CGLPKBasic = 1,
  CGLPKAtLower = 2,
  CGLPKAtUpper = 3,
  CGLPKFree = 4,
  CGLPKFixed = 5,
};

/// A linear or mixed-integer program: optimise `costs . x + constant` where `row_lower <= A x <= row_upper` and
/// `column_lower <= x <= column_upper`. Indices begin at 0; infinite bounds are infinities.
typedef struct CGLPKProgram {
  int32_t rows;
  int32_t columns;
  /// The matrix by columns: entries `column_starts[j] ..< column_starts[j + 1]` belong to column `j`. `columns + 1` long.
  const int64_t *column_starts;
  /// The row of each entry; `column_starts[columns]` long. A row may stand only once in a column.
  const int32_t *entry_rows;
  const double *entry_values;
  const double *row_lower;
  const double *row_upper;
  const double *column_lower;
  const double *column_upper;
  const double *costs;
  double constant;
  /// For each column whether it must be a whole number, or null when none must.
  const bool *integral;
  bool maximize;
} CGLPKProgram;

/// How to solve.
typedef struct CGLPKOptions {
  CGLPKMethod method;
  /// Milliseconds of wall clock; negative for no limit.
  int64_t time_limit;
  /// Simplex iterations over the whole call; negative for no limit.
  int64_t iteration_limit;
  /// Whether the dual method ends once it has proved the objective worse than `objective_limit`.
  bool has_objective_limit;
  double objective_limit;
  /// Megabytes that GLPK may hold; negative for no limit. Polled like the flag, and exceeded by what GLPK takes in between, at most by
  /// as much again and 64 megabytes.
  int64_t memory_limit;
  /// A mixed-integer search ends once its gap, relative to the best objective, is no larger.
  double relative_gap;
  /// Whether a mixed-integer search may add cutting planes.
  bool cuts;
  /// Raised by `cglpk_flag_raise` from any thread, or null. Polled several times a hundredth of a second.
  const int32_t *flag;
  /// The basis to begin with, both or neither; statuses that contradict the bounds are moved to a bound that exists.
  const uint8_t *row_statuses;
  const uint8_t *column_statuses;
} CGLPKOptions;

/// What came out. The caller owns every array and sets every pointer; the call sets everything else.
typedef struct CGLPKResult {
  CGLPKStatus status;
  /// Simplex iterations done.
  int64_t iterations;

  /// Whether `objective` and `column_values` hold a point that satisfies all bounds.
  bool has_point;
  double objective;
  double *column_values;

  /// Whether `row_duals` and `reduced_costs` hold the optimal dual solution (never for a mixed-integer program).
  bool has_duals;
  /// The change of the objective per unit of a row's binding bound.
  double *row_duals;
  double *reduced_costs;

  /// Whether the statuses hold a basis: the last one of a linear program, that of the relaxation of a mixed-integer one.
  bool has_basis;
  /// Whether the basis given could not be used (wrong count of basic variables, singular) and a standard one was.
  bool basis_refused;
  uint8_t *row_statuses;
  uint8_t *column_statuses;

  /// Whether `bound` limits what any whole-numbered point can reach.
  bool has_bound;
  double bound;

  /// Whether `proof` holds checked evidence. Infeasible: `rows` multipliers y for which the least value of (y A) x over the
  /// column bounds exceeds the greatest value of y r over the row bounds. Unbounded: `columns` components of a direction.
  bool has_proof;
  /// Room for the longer of rows and columns.
  double *proof;
  /// GLPK's number of the variable that shows unboundedness: rows from 0, then columns; -1 when there is none.
  int64_t ray_variable;

  /// Room for a text of `message_capacity` bytes, the final zero included; empty when there is nothing to say.
  char *message;
  int64_t message_capacity;
} CGLPKResult;

/// Solves a program.
///
/// Safe on any thread and on many at a time. If the calling thread holds a GLPK environment of somebody else, the work is done on
/// a thread of its own, so that a fault cannot destroy what is not ours.
///
/// Nothing that the arrays hold can end the process: NaN, crossed bounds, indices out of range, repeated entries all come back
/// as a status. Their lengths are the caller's promise.
void cglpk_solve(const CGLPKProgram *program, const CGLPKOptions *options, CGLPKResult *result);

/// Raises a flag that a running call polls.
void cglpk_flag_raise(int32_t *flag);

/// Whether a flag is raised.
bool cglpk_flag_is_raised(const int32_t *flag);

#ifdef __cplusplus
}
#endif

#endif
