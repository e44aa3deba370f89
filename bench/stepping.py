"""Examples with measures -> what each measure says, step by step (LightGBM, trees of one question)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import lightgbm
import numpy as np

from wenzhai.steps import Steps, Table

Example = tuple[Mapping[str, float], bool, float]
"""Measures, whether it is true, for how many such examples it stands."""
ROUNDS = 800
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 2,
    "min_data_in_leaf": 30,
    "lambda_l2": 5.0,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
DECIMALS = 3


def fit_steps(examples: Sequence[Example]) -> Table:
    """The points are log-odds; `always` says the same of all."""
    names = sorted(examples[0][0])
    data = lightgbm.Dataset(
        np.array([[measures[name] for name in names] for measures, _, _ in examples]),
        label=[is_true for _, is_true, _ in examples],
        weight=[count for _, _, count in examples],
    )
    trees = lightgbm.train(SETTINGS, data, num_boost_round=ROUNDS).dump_model()["tree_info"]
    more: dict[str, dict[float, float]] = {name: {} for name in names}
    lowest = dict.fromkeys(names, 0.0)
    always = 0.0
    for tree in (tree["tree_structure"] for tree in trees):
        if "leaf_value" in tree:  # nothing is left to ask
            always += tree["leaf_value"]
            continue
        name, value = names[tree["split_feature"]], round(float(tree["threshold"]), DECIMALS)
        low, high = (tree[side]["leaf_value"] for side in ("left_child", "right_child"))
        lowest[name] += low
        more[name][value] = more[name].get(value, 0.0) + high - low
    table = {"always": Steps((), (round(always, DECIMALS),))}
    for name in names:
        points = [lowest[name]]
        for value in sorted(more[name]):
            points.append(points[-1] + more[name][value])
        table[name] = Steps(sorted(more[name]), [round(x, DECIMALS) for x in points])
    return table
