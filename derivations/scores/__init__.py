r"""Chapter F: score transforms.

Between the inner products and the weights stands a chain of maps: a scale, which may be any number (F1), a softcap
$y = \kappa \tanh(x / \kappa)$ (F2), a bias that is added (F3), and a mask, which is a weight with zeros (F4). A sink
adds one more logit to the normaliser, with no key and no value of its own (F5), and heads may share the keys and the
values of their group (F6). Each map has a theorem that turns the gradient in its result into the gradients in its
arguments, and a theorem that gives the gradient of the whole loss; F7 does the same for tangents. F8 gives what a
schedule by blocks needs, forward and backward, F9 says when no shift is needed, and F10 has what is computed from
saved arrays.
"""
