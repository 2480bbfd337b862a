#!/usr/bin/env python3
"""Fits the confidence by words: reads what `cargo bench -p identify --bench quality -- features` prints, fits a logistic
function on the development half and prints its coefficients and how well it is calibrated on the other half.

    cargo bench -p identify --bench quality -- features > features.tsv
    python3 crates/identify/benches/quality/fit_confidence.py features.tsv
"""

import collections
import math
import sys

# A set of many cases counts as much as this many, so that the nomenclature does not drown the rest.
MOST = 200.0


def lines(path):
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if parts[0] == "F":
            yield parts[1:5], int(parts[5]), [1.0] + [float(one) for one in parts[6:]]


def probability(weights, features):
    total = sum(weight * feature for weight, feature in zip(weights, features))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def solve(matrix, vector):
    """Gaussian elimination with partial pivoting."""
    size = len(vector)
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(size):
            if row != at:
                share = rows[row][at] / rows[at][at]
                rows[row] = [one - share * other for one, other in zip(rows[row], rows[at])]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def fit(data):
    """Newton's method with a small penalty on size."""
    size = len(data[0][2])
    weights = [0.0] * size
    for _ in range(25):
        gradient = [0.0] * size
        hessian = [[0.01 if row == column else 0.0 for column in range(size)] for row in range(size)]
        for worth, right, features in data:
            p = probability(weights, features)
            for row in range(size):
                gradient[row] += worth * (right - p) * features[row]
                for column in range(size):
                    hessian[row][column] += worth * p * (1 - p) * features[row] * features[column]
        gradient = [one - 0.01 * weight for one, weight in zip(gradient, weights)]
        weights = [weight + step for weight, step in zip(weights, solve(hessian, gradient))]
    return weights


def main():
    data = list(lines(sys.argv[1]))
    cases = collections.Counter((place[0], place[1], place[2]) for place, _, _ in data if place[3] == "0")
    worth = {key: min(1.0, MOST / count) for key, count in cases.items()}
    training = [(worth[tuple(p[:3])], right, features) for p, right, features in data if p[2] == "development"]
    weights = fit(training)
    print("constant", round(weights[0], 2), "coefficients", [round(weight, 2) for weight in weights[1:]])
    bins = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
    for place, right, features in data:
        if place[2] == "held out":
            p = probability(weights, features)
            one = bins[min(9, int(p * 10))]
            share = worth.get(tuple(place[:3]), 1.0)
            one[0] += share
            one[1] += share * p
            one[2] += share * right
    for _, (count, said, right) in sorted(bins.items()):
        print(f"said {said / count:.2f}, right {right / count:.2f} ({count:.0f})")


if __name__ == "__main__":
    main()
