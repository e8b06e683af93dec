/// Gradient boosting with second-order leaves over histograms (Friedman 2001; Chen and Guestrin 2016; Ke et al. 2017), small and
/// the same on every machine.
enum Boosting {
  /// What is made small.
  enum Loss {
    /// The square of the difference.
    case square
    /// The logistic loss of a target that is 0 or 1; the ensemble gives the logarithm of the odds.
    case logistic
  }

  /// Trees that foretell a target. O(trees × rows × columns).
  ///
  /// - Precondition: As many targets and weights as rows, at least one row, weights positive.
  static func fit(
    _ table: BinnedTable, target: [Double], weight: [Double], loss: Loss, _ settings: BoostingSettings
  ) -> TreeEnsemble {
    let rows = table.rows
    precondition(rows > 0 && target.count == rows && weight.count == rows, "a row without target or weight")
    let mean = zip(target, weight).reduce(0) { $0 + $1.0 * $1.1 } / weight.reduce(0, +)
    let share = min(max(mean, 1e-6), 1 - 1e-6)
    var ensemble = TreeEnsemble(base: loss == .square ? mean : FastMath.ln(share / (1 - share)), trees: [])
    // For the logistic loss the odds are kept, so that an exponential is needed for each leaf and not for each row.
    var state = [Double](repeating: loss == .square ? mean : share / (1 - share), count: rows)
    var gradient = [Double](repeating: 0, count: rows)
    var curvature = weight
    var nodes = [Int32](repeating: 0, count: rows)
    var grower = TreeGrower(table, settings)
    var random = SplitMix(seed: settings.seed)
    for _ in 0..<settings.trees {
      slopes(loss, state, target, weight, &gradient, &curvature)
      let tree = grower.grow(gradient, curvature, &random, nodes: &nodes)
      let steps = loss == .square ? tree.value : tree.value.map { FastMath.exp($0) }
      state.withUnsafeMutableBufferPointer { state in
        if loss == .square {
          for row in 0..<rows { state[row] += steps[Int(nodes[row])] }
        } else {
          for row in 0..<rows { state[row] *= steps[Int(nodes[row])] }
        }
      }
      ensemble.trees.append(tree)
    }
    return ensemble
  }

  /// First and second derivative of the loss, row by row.
  private static func slopes(
    _ loss: Loss, _ state: [Double], _ target: [Double], _ weight: [Double], _ gradient: inout [Double],
    _ curvature: inout [Double]
  ) {
    for row in state.indices {
      switch loss {
      case .square: gradient[row] = weight[row] * (state[row] - target[row])
      case .logistic:
        let share = state[row] / (1 + state[row])
        gradient[row] = weight[row] * (share - target[row])
        curvature[row] = weight[row] * share * (1 - share)
      }
    }
  }
}
