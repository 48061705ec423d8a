"""A softmax with a bug: nothing is subtracted from the scores, so exp overflows for large ones.

attnproof verify --target examples.softmax_without_shift:softmax --as softmax
"""

import numpy as np


def softmax(scores, temperature=1.0):
    weights = np.exp(scores / temperature)
    return weights / weights.sum(axis=-1, keepdims=True)
