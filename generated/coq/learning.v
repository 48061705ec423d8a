(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import AttnproofBase.
Open Scope R_scope.

Module C1.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> smooth1 (fun s => rsum n (fun l => p n tau s l * u l)) s k /\ partial1 (fun s => rsum n (fun l => p n tau s l * u l)) s k = p n tau s k * (u k - E_p_u n tau s u) / tau.
End C1.

Module C2a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition statement : Prop :=
  forall (n : nat) (b : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> (forall l : nat, (l < n)%nat -> smooth1 (fun s => ln (p n tau s l)) s k) /\ smooth1 (fun s => rsum n (fun l => p n tau s l * u l)) s k /\ rsum n (fun l => (u l - b) * p n tau s l * partial1 (fun s => ln (p n tau s l)) s k) = partial1 (fun s => rsum n (fun l => p n tau s l * u l)) s k.
End C2a.

Module C2b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> (forall l : nat, (l < n)%nat -> smooth1 (fun s => ln (p n tau s l)) s k) /\ smooth1 (fun s => rsum n (fun l => p n tau s l * u l)) s k /\ rsum n (fun l => p n tau s l * (u l - E_p_u n tau s u) * partial1 (fun s => ln (p n tau s l)) s k) = partial1 (fun s => rsum n (fun l => p n tau s l * u l)) s k.
End C2b.

Module C2c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> rsum n (fun l => (delta l k - p n tau s l) * u l) = u k - E_p_u n tau s u.
End C2c.

Module C3a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition b_star (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l * u l) / E_p_r n tau s.
Definition statement : Prop :=
  forall (n : nat) (b : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  rsum n (fun l => (u l - b) ^ 2 * p n tau s l * r n tau s l) = (b - b_star n tau s u) ^ 2 * E_p_r n tau s + rsum n (fun l => (u l - b_star n tau s u) ^ 2 * p n tau s l * r n tau s l).
End C3a.

Module C3b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition b_star (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l * u l) / E_p_r n tau s.
Definition statement : Prop :=
  forall (n : nat) (b : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  rsum n (fun l => (u l - b_star n tau s u) ^ 2 * p n tau s l * r n tau s l) <= rsum n (fun l => (u l - b) ^ 2 * p n tau s l * r n tau s l) /\ (rsum n (fun l => (u l - b) ^ 2 * p n tau s l * r n tau s l) = rsum n (fun l => (u l - b_star n tau s u) ^ 2 * p n tau s l * r n tau s l) <-> (b = b_star n tau s u)).
End C3b.

Module C3c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition b_star (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l * u l) / E_p_r n tau s.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  (b_star n tau s u - E_p_u n tau s u) * E_p_r n tau s = rsum n (fun l => (r n tau s l - E_p_r n tau s) * p n tau s l * (u l - E_p_u n tau s u)).
End C3c.

Module C3d.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition b_star (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l * u l) / E_p_r n tau s.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  (b_star n tau s u - E_p_u n tau s u) * E_p_r n tau s = - (2 * rsum n (fun l => p n tau s l ^ 2 * (u l - E_p_u n tau s u)) / tau ^ 2).
End C3d.

Module C3e.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun t => exp (s t / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun t => (delta t j1 - p n tau s t) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun t => p n tau s t * r n tau s t).
Definition E_p_p (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun t => p n tau s t ^ 2).
Definition b_star_p (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun t => p n tau s t ^ 2 * r n tau s t) / E_p_r n tau s.
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  b_star_p n tau s <= E_p_p n tau s /\ (E_p_p n tau s = b_star_p n tau s <-> (forall j k : nat, (j < n)%nat -> (k < n)%nat -> p n tau s j = p n tau s k)).
End C3e.

Module C3f.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition b_star (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l * u l) / E_p_r n tau s.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  rsum n (fun l => p n tau s l * r n tau s l * u l ^ 2) - rsum n (fun l => (u l - E_p_u n tau s u) ^ 2 * p n tau s l * r n tau s l) = (2 * b_star n tau s u - E_p_u n tau s u) * E_p_r n tau s * E_p_u n tau s u.
End C3f.

Module C3g.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> rsum n (fun l => delta l k * p n tau s l * r n tau s l) - rsum n (fun l => (delta l k - p n tau s k) ^ 2 * p n tau s l * r n tau s l) = (3 * rsum n (fun l => p n tau s l ^ 2) + 1 - 4 * p n tau s k) * p n tau s k ^ 2 / tau ^ 2.
End C3g.

Module C3h.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> rsum n (fun l => delta l k * p n tau s l * r n tau s l) + 2 * (1 - p n tau s k) * (3 * p n tau s k - 2) * p n tau s k ^ 2 / tau ^ 2 <= rsum n (fun l => (delta l k - p n tau s k) ^ 2 * p n tau s l * r n tau s l).
End C3h.

Module C3i.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition statement : Prop :=
  forall (n : nat) (b : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun l => (u l - E_p_u n tau s u) ^ 2 * p n tau s l) <= rsum n (fun l => (u l - b) ^ 2 * p n tau s l) /\ (rsum n (fun l => (u l - b) ^ 2 * p n tau s l) = rsum n (fun l => (u l - E_p_u n tau s u) ^ 2 * p n tau s l) <-> (b = E_p_u n tau s u)).
End C3i.

Module C3j.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (b : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall l t : nat, (l < n)%nat -> (t < n)%nat -> smooth1 (fun s => ln (p n tau s l)) s t) /\ (forall t : nat, (t < n)%nat -> smooth1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) /\ (forall l : nat, (l < n)%nat -> smooth1 (fun s => rsum n (fun t => p n tau s t * u t)) s l) /\ rsum n (fun l => rsum n (fun t => ((u l - b) * partial1 (fun s => ln (p n tau s l)) s t - partial1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) ^ 2 * p n tau s l)) = rsum n (fun l => (u l - b) ^ 2 * p n tau s l * r n tau s l) - rsum n (fun l => partial1 (fun s => rsum n (fun t => p n tau s t * u t)) s l ^ 2).
End C3j.

Module C3k.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition r (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  rsum n (fun l => (delta l j1 - p n tau s l) ^ 2) / tau ^ 2.
Definition E_p_r (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l).
Definition b_star (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * r n tau s l * u l) / E_p_r n tau s.
Definition statement : Prop :=
  forall (n : nat) (b : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < E_p_r n tau s ->
  (forall l t : nat, (l < n)%nat -> (t < n)%nat -> smooth1 (fun s => ln (p n tau s l)) s t) /\ (forall t : nat, (t < n)%nat -> smooth1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) /\ (rsum n (fun l => rsum n (fun t => ((u l - b_star n tau s u) * partial1 (fun s => ln (p n tau s l)) s t - partial1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) ^ 2 * p n tau s l)) <= rsum n (fun l => rsum n (fun t => ((u l - b) * partial1 (fun s => ln (p n tau s l)) s t - partial1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) ^ 2 * p n tau s l)) /\ (rsum n (fun l => rsum n (fun t => ((u l - b) * partial1 (fun s => ln (p n tau s l)) s t - partial1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) ^ 2 * p n tau s l)) = rsum n (fun l => rsum n (fun t => ((u l - b_star n tau s u) * partial1 (fun s => ln (p n tau s l)) s t - partial1 (fun s => rsum n (fun j' => p n tau s j' * u j')) s t) ^ 2 * p n tau s l)) <-> (b = b_star n tau s u))).
End C3k.

Module C4a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun r => p n tau s r * u r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> smooth1 (fun s => rsum n (fun r => p n tau s r * u r)) s k /\ partial1 (fun s => rsum n (fun r => p n tau s r * u r)) s k = tau * rsum n (fun r => F n tau s k r * u r).
End C4a.

Module C4b.
Definition mean_u (n : nat) (u : nat -> R) : R :=
  rsum n (fun r => u r) / INR n.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> smooth1 (fun s => rsum n (fun r => p n tau s r * u r)) s k /\ rsum n (fun r => tau * F n tau s k r * (u r - mean_u n u)) = partial1 (fun s => rsum n (fun r => p n tau s r * u r)) s k.
End C4b.

Module C4c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition mean_u (n : nat) (u : nat -> R) : R :=
  rsum n (fun r => u r) / INR n.
Definition E_p_x (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun r => p n tau s r * x r).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun r => p n tau s r * u r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) (x : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall k : nat, (k < n)%nat -> rsum n (fun r => F n tau s k r * x r) = partial1 (fun s => rsum n (fun r => p n tau s r * u r)) s k) ->
  rsum n (fun r => x r) = 0 ->
  forall k : nat, (k < n)%nat -> x k = tau * (u k - mean_u n u).
End C4c.

Module C4d.
Definition mean_u (n : nat) (u : nat -> R) : R :=
  rsum n (fun j => u j) / INR n.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (u : nat -> R),
  (0 < n)%nat ->
  rsum n (fun j => tau * (u j - mean_u n u)) = 0.
End C4d.

Module B10a.
Definition mean_u (n : nat) (u : nat -> R) : R :=
  rsum n (fun l => u l) / INR n.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_u (n : nat) (tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p n tau s l * u l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j : nat, (j < n)%nat -> (forall l : nat, (l < n)%nat -> smooth1 (fun s => p n tau s j) s l) /\ rsum n (fun l => tau * (u l - mean_u n u) * partial1 (fun s => p n tau s j) s l) = p n tau s j * (u j - E_p_u n tau s u).
End B10a.

Module B10b.
Definition p' (n : nat) (eta tau : R) (s : nat -> R) (u : nat -> R) (j1 : nat) : R :=
  exp ((s j1 + eta * tau * u j1) / tau) / rsum n (fun l => exp ((s l + eta * tau * u l) / tau)).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (eta : R) (tau : R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j : nat, (j < n)%nat -> p' n eta tau s u j = exp (eta * u j) * p n tau s j / rsum n (fun l => exp (eta * u l) * p n tau s l).
End B10b.

Module B10c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition KL_q_p (n : nat) (tau : R) (q : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => q l * ln (q l) - ln (p n tau s l) * q l).
Definition J_q (n : nat) (eta tau : R) (q : nat -> R) (s : nat -> R) (u : nat -> R) : R :=
  KL_q_p n tau q s - eta * rsum n (fun l => q l * u l).
Definition p' (n : nat) (eta tau : R) (s : nat -> R) (u : nat -> R) (j1 : nat) : R :=
  exp ((s j1 + eta * tau * u j1) / tau) / rsum n (fun l => exp ((s l + eta * tau * u l) / tau)).
Definition KL_p'_p (n : nat) (eta tau : R) (s : nat -> R) (u : nat -> R) : R :=
  rsum n (fun l => p' n eta tau s u l * ln (p' n eta tau s u l) - ln (p n tau s l) * p' n eta tau s u l).
Definition J_p' (n : nat) (eta tau : R) (s : nat -> R) (u : nat -> R) : R :=
  KL_p'_p n eta tau s u - eta * rsum n (fun l => p' n eta tau s u l * u l).
Definition statement : Prop :=
  forall (n : nat) (eta : R) (tau : R) (q : nat -> R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= q j) ->
  rsum n (fun l => q l) = 1 ->
  J_p' n eta tau s u <= J_q n eta tau q s u /\ (J_q n eta tau q s u = J_p' n eta tau s u <-> (forall j : nat, (j < n)%nat -> q j = p' n eta tau s u j)).
End B10c.

Module C5a.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V i1 g).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i : nat, (i < m)%nat -> rsum n (fun l => P d n tau B K Q i l * U e G V i l) = D1 d e n tau B G K Q V i.
End C5a.

Module C5b.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun B => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) B i j /\ partial2 (fun B => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) B i j = (H i + U e G V i j - D1 d e n tau B G K Q V i) * P d n tau B K Q i j / tau.
End C5b.

Module C5c.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun b => K j1 b * Q i1 b).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dS (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V i1) * P d n tau B K Q i1 j1 / tau.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) Q i a /\ partial2 (fun Q => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) Q i a = rsum n (fun l => K l a * dS d e n tau B G H K Q V i l).
End C5c.

Module C5d.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun b => K j1 b * Q i1 b).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dS (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V i1) * P d n tau B K Q i1 j1 / tau.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> smooth2 (fun K => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) K j a /\ partial2 (fun K => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) K j a = rsum m (fun h => Q h a * dS d e n tau B G H K Q V h j).
End C5d.

Module C5e.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> smooth2 (fun V => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) V j c /\ partial2 (fun V => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) V j c = rsum m (fun h => G h c * P d n tau B K Q h j).
End C5e.

Module C5f.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dS (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V i1) * P d n tau B K Q i1 j1 / tau.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  smooth0 (fun tau => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) tau /\ partial0 (fun tau => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) tau = - (rsum m (fun h => rsum n (fun l => S1 d B K Q h l * dS d e n tau B G H K Q V h l)) / tau).
End C5f.

Module A6o.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition rho_star (d : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d K Q i1 j1 / tau - ell i1).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> rsum n (fun l => P d tau B K Q W ell i l) = 1) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> rsum n (fun l => V l c * W i l * exp (B i l) * rho_star d tau K Q ell i l) = rsum n (fun l => V l c * W i l * exp (B i l) * exp (S1 d K Q i l / tau)) / rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)).
End A6o.

Module A6p.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> rsum n (fun l => P d tau B K Q W ell i l) = 1) ->
  forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))).
End A6p.

Module A6q.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition P_Z (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (B i1 j1) * exp (S1 d K Q i1 j1 / tau) / rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau)).
Definition L (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau))) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z d n tau B K Q W i1 l * V l g)).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d tau B K Q W ell i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V W ell i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)))) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun B => L d e n tau B G H K Q V W i) B i j /\ partial2 (fun B => L d e n tau B G H K Q V W i) B i j = (H i + U e G V i j - D1 d e n tau B G K Q V W ell i) * P d tau B K Q W ell i j.
End A6q.

Module A6r.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition P_Z (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (B i1 j1) * exp (S1 d K Q i1 j1 / tau) / rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau)).
Definition L (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau))) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z d n tau B K Q W i1 l * V l g)).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d tau B K Q W ell i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V W ell i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dB (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V W ell i1) * P d tau B K Q W ell i1 j1.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)))) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun W => L d e n tau B G H K Q V W i) W i j /\ W i j * partial2 (fun W => L d e n tau B G H K Q V W i) W i j = dB d e n tau B G H K Q V W ell i j.
End A6r.

Module A6s.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition P_Z (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (B i1 j1) * exp (S1 d K Q i1 j1 / tau) / rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau)).
Definition L (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau))) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z d n tau B K Q W i1 l * V l g)).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d tau B K Q W ell i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V W ell i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dB (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V W ell i1) * P d tau B K Q W ell i1 j1.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)))) ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => L d e n tau B G H K Q V W i) Q i a /\ partial2 (fun Q => L d e n tau B G H K Q V W i) Q i a = rsum n (fun l => K l a * dB d e n tau B G H K Q V W ell i l) / tau.
End A6s.

Module A6t.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition P_Z (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (B i1 j1) * exp (S1 d K Q i1 j1 / tau) / rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau)).
Definition L (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau))) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z d n tau B K Q W i1 l * V l g)).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d tau B K Q W ell i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V W ell i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dB (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V W ell i1) * P d tau B K Q W ell i1 j1.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)))) ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> (forall h : nat, (h < m)%nat -> smooth2 (fun K => L d e n tau B G H K Q V W h) K j a) /\ rsum m (fun h => partial2 (fun K => L d e n tau B G H K Q V W h) K j a) = rsum m (fun h => Q h a * dB d e n tau B G H K Q V W ell h j) / tau.
End A6t.

Module A6u.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition P_Z (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (B i1 j1) * exp (S1 d K Q i1 j1 / tau) / rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau)).
Definition L (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau))) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z d n tau B K Q W i1 l * V l g)).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)))) ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> (forall h : nat, (h < m)%nat -> smooth2 (fun V => L d e n tau B G H K Q V W h) V j c) /\ rsum m (fun h => partial2 (fun V => L d e n tau B G H K Q V W h) V j c) = rsum m (fun h => G h c * P d tau B K Q W ell h j).
End A6u.

Module A6v.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition P_Z (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (B i1 j1) * exp (S1 d K Q i1 j1 / tau) / rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau)).
Definition L (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (B i1 l) * exp (S1 d K Q i1 l / tau))) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z d n tau B K Q W i1 l * V l g)).
Definition P (d : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (S1 d K Q i1 j1 / tau - ell i1) * exp (B i1 j1).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d tau B K Q W ell i1 l * V l c1).
Definition D1 (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau B K Q V W ell i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dB (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 d e n tau B G K Q V W ell i1) * P d tau B K Q W ell i1 j1.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau))) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (B i l) * exp (S1 d K Q i l / tau)))) ->
  (forall h : nat, (h < m)%nat -> smooth0 (fun tau => L d e n tau B G H K Q V W h) tau) /\ rsum m (fun h => partial0 (fun tau => L d e n tau B G H K Q V W h) tau) = - (rsum m (fun h => rsum n (fun l => S1 d K Q h l * dB d e n tau B G H K Q V W ell h l)) / tau ^ 2).
End A6v.

Module C6a.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * V l c1).
Definition S' (d : nat) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q' i1 a + K' j1 a * Q i1 a).
Definition T' (d : nat) (tau tau' : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  S' d K K' Q Q' i1 j1 / tau - tau' * S1 d B K Q i1 j1 / tau ^ 2.
Definition E_P_T' (d n : nat) (tau tau' : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * T' d tau tau' B K K' Q Q' i1 l).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (tau' : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (V : nat -> nat -> R) (V' : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> (forall l a : nat, (l < n)%nat -> (a < d)%nat -> smooth2 (fun K => O1 d n tau B K Q V i c) K l a) /\ (forall h a : nat, (h < m)%nat -> (a < d)%nat -> smooth2 (fun Q => O1 d n tau B K Q V i c) Q h a) /\ (forall l g : nat, (l < n)%nat -> (g < e)%nat -> smooth2 (fun V => O1 d n tau B K Q V i c) V l g) /\ smooth0 (fun tau => O1 d n tau B K Q V i c) tau /\ rsum n (fun l => rsum d (fun a => K' l a * partial2 (fun K => O1 d n tau B K Q V i c) K l a)) + rsum m (fun h => rsum d (fun a => Q' h a * partial2 (fun Q => O1 d n tau B K Q V i c) Q h a)) + rsum n (fun l => rsum e (fun g => V' l g * partial2 (fun V => O1 d n tau B K Q V i c) V l g)) + tau' * partial0 (fun tau => O1 d n tau B K Q V i c) tau = rsum n (fun l => P d n tau B K Q i l * V' l c) + rsum n (fun l => (T' d tau tau' B K K' Q Q' i l - E_P_T' d n tau tau' B K K' Q Q' i) * P d n tau B K Q i l * V l c).
End C6a.

Module C6b.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition S' (d : nat) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q' i1 a + K' j1 a * Q i1 a).
Definition T' (d : nat) (tau tau' : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  S' d K K' Q Q' i1 j1 / tau - tau' * S1 d B K Q i1 j1 / tau ^ 2.
Definition E_P_T' (d n : nat) (tau tau' : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * T' d tau tau' B K K' Q Q' i1 l).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (tau : R) (tau' : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i : nat, (i < m)%nat -> (forall l a : nat, (l < n)%nat -> (a < d)%nat -> smooth2 (fun K => ell d n tau B K Q i) K l a) /\ (forall h a : nat, (h < m)%nat -> (a < d)%nat -> smooth2 (fun Q => ell d n tau B K Q i) Q h a) /\ smooth0 (fun tau => ell d n tau B K Q i) tau /\ rsum n (fun l => rsum d (fun a => K' l a * partial2 (fun K => ell d n tau B K Q i) K l a)) + rsum m (fun h => rsum d (fun a => Q' h a * partial2 (fun Q => ell d n tau B K Q i) Q h a)) + tau' * partial0 (fun tau => ell d n tau B K Q i) tau = E_P_T' d n tau tau' B K K' Q Q' i.
End C6b.

Module C7a.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition S' (d : nat) (B' : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  B' i1 j1 + rsum d (fun a => K j1 a * Q' i1 a + K' j1 a * Q i1 a).
Definition T' (d : nat) (tau tau' : R) (B : nat -> nat -> R) (B' : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  S' d B' K K' Q Q' i1 j1 / tau - tau' * S1 d B K Q i1 j1 / tau ^ 2.
Definition E_P_T' (d n : nat) (tau tau' : R) (B : nat -> nat -> R) (B' : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d n tau B K Q i1 l * T' d tau tau' B B' K K' Q Q' i1 l).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (tau : R) (tau' : R) (B : nat -> nat -> R) (B' : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun B => P d n tau B K Q i j) B h l) /\ (forall l a : nat, (l < n)%nat -> (a < d)%nat -> smooth2 (fun K => P d n tau B K Q i j) K l a) /\ (forall h a : nat, (h < m)%nat -> (a < d)%nat -> smooth2 (fun Q => P d n tau B K Q i j) Q h a) /\ smooth0 (fun tau => P d n tau B K Q i j) tau /\ rsum m (fun h => rsum n (fun l => B' h l * partial2 (fun B => P d n tau B K Q i j) B h l)) + rsum n (fun l => rsum d (fun a => K' l a * partial2 (fun K => P d n tau B K Q i j) K l a)) + rsum m (fun h => rsum d (fun a => Q' h a * partial2 (fun Q => P d n tau B K Q i j) Q h a)) + tau' * partial0 (fun tau => P d n tau B K Q i j) tau = (T' d tau tau' B B' K K' Q Q' i j - E_P_T' d n tau tau' B B' K K' Q Q' i) * P d n tau B K Q i j.
End C7a.

Module C7b.
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun c => G i1 c * V j1 c).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (V' : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall l c : nat, (l < n)%nat -> (c < e)%nat -> smooth2 (fun V => U e G V i j) V l c) /\ rsum n (fun l => rsum e (fun c => V' l c * partial2 (fun V => U e G V i j) V l c)) = rsum e (fun c => G i c * V' j c).
End C7b.

Module C7c.
Definition D1 (n : nat) (P : nat -> nat -> R) (U : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P i1 l * U i1 l).
Definition dS (n : nat) (tau : R) (H : nat -> R) (P : nat -> nat -> R) (U : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U i1 j1 - D1 n P U i1) * P i1 j1 / tau.
Definition D' (n : nat) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P i1 l * U' i1 l + P' i1 l * U i1 l).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (tau : R) (tau' : R) (H : nat -> R) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun P => dS n tau H P U i j) P h l) /\ (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun U => dS n tau H P U i j) U h l) /\ smooth0 (fun tau => dS n tau H P U i j) tau /\ rsum m (fun h => rsum n (fun l => P' h l * partial2 (fun P => dS n tau H P U i j) P h l)) + rsum m (fun h => rsum n (fun l => U' h l * partial2 (fun U => dS n tau H P U i j) U h l)) + tau' * partial0 (fun tau => dS n tau H P U i j) tau = (P i j * (U' i j - D' n P P' U U' i) + (H i + U i j - D1 n P U i) * P' i j - tau' * dS n tau H P U i j) / tau.
End C7c.

Module C7d.
Definition D1 (n : nat) (P : nat -> nat -> R) (U : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P i1 l * U i1 l).
Definition dS (n : nat) (tau : R) (H : nat -> R) (P : nat -> nat -> R) (U : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U i1 j1 - D1 n P U i1) * P i1 j1 / tau.
Definition D' (n : nat) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P i1 l * U' i1 l + P' i1 l * U i1 l).
Definition dS' (n : nat) (tau tau' : R) (H : nat -> R) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R) (i1 j1 : nat) : R :=
  (P i1 j1 * (U' i1 j1 - D' n P P' U U' i1) + (H i1 + U i1 j1 - D1 n P U i1) * P' i1 j1 - tau' * dS n tau H P U i1 j1) / tau.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (tau : R) (tau' : R) (H : nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> (forall l b : nat, (l < n)%nat -> (b < d)%nat -> smooth2 (fun K => rsum n (fun r => K r a * dS n tau H P U i r)) K l b) /\ (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun P => rsum n (fun r => K r a * dS n tau H P U i r)) P h l) /\ (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun U => rsum n (fun r => K r a * dS n tau H P U i r)) U h l) /\ smooth0 (fun tau => rsum n (fun l => K l a * dS n tau H P U i l)) tau /\ rsum n (fun l => rsum d (fun b => K' l b * partial2 (fun K => rsum n (fun r => K r a * dS n tau H P U i r)) K l b)) + rsum m (fun h => rsum n (fun l => P' h l * partial2 (fun P => rsum n (fun r => K r a * dS n tau H P U i r)) P h l)) + rsum m (fun h => rsum n (fun l => U' h l * partial2 (fun U => rsum n (fun r => K r a * dS n tau H P U i r)) U h l)) + tau' * partial0 (fun tau => rsum n (fun l => K l a * dS n tau H P U i l)) tau = rsum n (fun l => K l a * dS' n tau tau' H P P' U U' i l + K' l a * dS n tau H P U i l).
End C7d.

Module C7e.
Definition D1 (n : nat) (P : nat -> nat -> R) (U : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P i1 l * U i1 l).
Definition dS (n : nat) (tau : R) (H : nat -> R) (P : nat -> nat -> R) (U : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U i1 j1 - D1 n P U i1) * P i1 j1 / tau.
Definition D' (n : nat) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P i1 l * U' i1 l + P' i1 l * U i1 l).
Definition dS' (n : nat) (tau tau' : R) (H : nat -> R) (P : nat -> nat -> R) (P' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R) (i1 j1 : nat) : R :=
  (P i1 j1 * (U' i1 j1 - D' n P P' U U' i1) + (H i1 + U i1 j1 - D1 n P U i1) * P' i1 j1 - tau' * dS n tau H P U i1 j1) / tau.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (tau : R) (tau' : R) (H : nat -> R) (P : nat -> nat -> R) (P' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (U : nat -> nat -> R) (U' : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun P => rsum m (fun i' => Q i' a * dS n tau H P U i' j)) P h l) /\ (forall h b : nat, (h < m)%nat -> (b < d)%nat -> smooth2 (fun Q => rsum m (fun i' => Q i' a * dS n tau H P U i' j)) Q h b) /\ (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun U => rsum m (fun i' => Q i' a * dS n tau H P U i' j)) U h l) /\ smooth0 (fun tau => rsum m (fun h => Q h a * dS n tau H P U h j)) tau /\ rsum m (fun h => rsum n (fun l => P' h l * partial2 (fun P => rsum m (fun i' => Q i' a * dS n tau H P U i' j)) P h l)) + rsum m (fun h => rsum d (fun b => Q' h b * partial2 (fun Q => rsum m (fun i' => Q i' a * dS n tau H P U i' j)) Q h b)) + rsum m (fun h => rsum n (fun l => U' h l * partial2 (fun U => rsum m (fun i' => Q i' a * dS n tau H P U i' j)) U h l)) + tau' * partial0 (fun tau => rsum m (fun h => Q h a * dS n tau H P U h j)) tau = rsum m (fun h => Q h a * dS' n tau tau' H P P' U U' h j + Q' h a * dS n tau H P U h j).
End C7e.

Module C7f.
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (P : nat -> nat -> R) (P' : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> (forall i l : nat, (i < m)%nat -> (l < n)%nat -> smooth2 (fun P => rsum m (fun h => G h c * P h j)) P i l) /\ rsum m (fun i => rsum n (fun l => P' i l * partial2 (fun P => rsum m (fun h => G h c * P h j)) P i l)) = rsum m (fun i => G i c * P' i j).
End C7f.

Module C7g.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (tau : R) (tau' : R) (S1 : nat -> nat -> R) (S' : nat -> nat -> R) (dS : nat -> nat -> R) (dS' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun S1 => - (rsum m (fun h => rsum n (fun l => S1 h l * dS h l)) / tau)) S1 i j) /\ (forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun dS => - (rsum m (fun h => rsum n (fun l => S1 h l * dS h l)) / tau)) dS i j) /\ smooth0 (fun tau => - (rsum m (fun i => rsum n (fun j => S1 i j * dS i j)) / tau)) tau /\ rsum m (fun i => rsum n (fun j => S' i j * partial2 (fun S1 => - (rsum m (fun h => rsum n (fun l => S1 h l * dS h l)) / tau)) S1 i j)) + rsum m (fun i => rsum n (fun j => dS' i j * partial2 (fun dS => - (rsum m (fun h => rsum n (fun l => S1 h l * dS h l)) / tau)) dS i j)) + tau' * partial0 (fun tau => - (rsum m (fun i => rsum n (fun j => S1 i j * dS i j)) / tau)) tau = tau' * rsum m (fun i => rsum n (fun j => S1 i j * dS i j)) / tau ^ 2 - rsum m (fun i => rsum n (fun j => S1 i j * dS' i j + S' i j * dS i j)) / tau.
End C7g.

Module C8a.
Definition Y (N e : nat) (O1 : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R) (t1 x1 : nat) : R :=
  rsum N (fun f' => rsum e (fun g => O1 f' t1 g * W_O f' g x1)).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (e : nat) (G : nat -> nat -> R) (O1 : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < e)%nat ->
  forall c f x : nat, (c < e)%nat -> (f < N)%nat -> (x < D1)%nat -> smooth3 (fun W_O => rsum T (fun w => rsum D1 (fun y => G w y * Y N e O1 W_O w y))) W_O f c x /\ partial3 (fun W_O => rsum T (fun w => rsum D1 (fun y => G w y * Y N e O1 W_O w y))) W_O f c x = rsum T (fun w => G w x * O1 f w c).
End C8a.

Module C8b.
Definition Y (N e : nat) (O1 : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R) (t1 x1 : nat) : R :=
  rsum N (fun f' => rsum e (fun g => O1 f' t1 g * W_O f' g x1)).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (e : nat) (G : nat -> nat -> R) (O1 : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < e)%nat ->
  forall c f t : nat, (c < e)%nat -> (f < N)%nat -> (t < T)%nat -> smooth3 (fun O1 => rsum T (fun w => rsum D1 (fun y => G w y * Y N e O1 W_O w y))) O1 f t c /\ partial3 (fun O1 => rsum T (fun w => rsum D1 (fun y => G w y * Y N e O1 W_O w y))) O1 f t c = rsum D1 (fun y => G t y * W_O f c y).
End C8b.

Module C8c.
Definition O1 (T : nat) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum T (fun t' => P f1 t1 t' * V f1 t' c1).
Definition statement : Prop :=
  forall (N : nat) (T : nat) (e : nat) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (dO : nat -> nat -> nat -> R),
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < e)%nat ->
  forall f t w : nat, (f < N)%nat -> (t < T)%nat -> (w < T)%nat -> smooth3 (fun P => rsum N (fun f' => rsum T (fun t' => rsum e (fun g => O1 T P V f' t' g * dO f' t' g)))) P f t w /\ partial3 (fun P => rsum N (fun f' => rsum T (fun t' => rsum e (fun g => O1 T P V f' t' g * dO f' t' g)))) P f t w = rsum e (fun g => V f w g * dO f t g).
End C8c.

Module C8d.
Definition O1 (T : nat) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum T (fun t' => P f1 t1 t' * V f1 t' c1).
Definition statement : Prop :=
  forall (N : nat) (T : nat) (e : nat) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (dO : nat -> nat -> nat -> R),
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < e)%nat ->
  forall c f w : nat, (c < e)%nat -> (f < N)%nat -> (w < T)%nat -> smooth3 (fun V => rsum N (fun f' => rsum T (fun t' => rsum e (fun g => O1 T P V f' t' g * dO f' t' g)))) V f w c /\ partial3 (fun V => rsum N (fun f' => rsum T (fun t' => rsum e (fun g => O1 T P V f' t' g * dO f' t' g)))) V f w c = rsum T (fun t' => P f t' w * dO f t' c).
End C8d.

Module C8e.
Definition P (T : nat) (tau : R) (M : nat -> nat -> R) (S1 : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 f1 t1 w1 / tau) / rsum T (fun w' => M t1 w' * exp (S1 f1 t1 w' / tau)).
Definition D1 (T : nat) (tau : R) (M : nat -> nat -> R) (S1 : nat -> nat -> nat -> R) (dP : nat -> nat -> nat -> R) (f1 t1 : nat) : R :=
  rsum T (fun w' => P T tau M S1 f1 t1 w' * dP f1 t1 w').
Definition statement : Prop :=
  forall (N : nat) (T : nat) (tau : R) (M : nat -> nat -> R) (S1 : nat -> nat -> nat -> R) (dP : nat -> nat -> nat -> R),
  (0 < N)%nat ->
  (0 < T)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> 0 <= M t w) ->
  (forall f t : nat, (f < N)%nat -> (t < T)%nat -> 0 < rsum T (fun w' => M t w' * exp (S1 f t w' / tau))) ->
  forall f t w : nat, (f < N)%nat -> (t < T)%nat -> (w < T)%nat -> smooth3 (fun S1 => D1 T tau M S1 dP f t) S1 f t w /\ partial3 (fun S1 => D1 T tau M S1 dP f t) S1 f t w = P T tau M S1 f t w * (dP f t w - D1 T tau M S1 dP f t) / tau.
End C8e.

Module C8f.
Definition S1 (d : nat) (B : nat -> nat -> nat -> R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K f1 w1 b * Q f1 t1 b).
Definition statement : Prop :=
  forall (N : nat) (T : nat) (d : nat) (B : nat -> nat -> nat -> R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> R) (dS : nat -> nat -> nat -> R),
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  forall a f t : nat, (a < d)%nat -> (f < N)%nat -> (t < T)%nat -> smooth3 (fun Q => rsum N (fun f' => rsum T (fun t' => rsum T (fun w' => S1 d B K Q f' t' w' * dS f' t' w')))) Q f t a /\ partial3 (fun Q => rsum N (fun f' => rsum T (fun t' => rsum T (fun w' => S1 d B K Q f' t' w' * dS f' t' w')))) Q f t a = rsum T (fun t' => K f t' a * dS f t t').
End C8f.

Module C8g.
Definition S1 (d : nat) (B : nat -> nat -> nat -> R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K f1 w1 b * Q f1 t1 b).
Definition statement : Prop :=
  forall (N : nat) (T : nat) (d : nat) (B : nat -> nat -> nat -> R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> R) (dS : nat -> nat -> nat -> R),
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  forall a f w : nat, (a < d)%nat -> (f < N)%nat -> (w < T)%nat -> smooth3 (fun K => rsum N (fun f' => rsum T (fun t' => rsum T (fun w' => S1 d B K Q f' t' w' * dS f' t' w')))) K f w a /\ partial3 (fun K => rsum N (fun f' => rsum T (fun t' => rsum T (fun w' => S1 d B K Q f' t' w' * dS f' t' w')))) K f w a = rsum T (fun t' => Q f t' a * dS f t' w).
End C8g.

Module C8h.
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun y => W_Q f1 y a1 * X t1 y).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dQ : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  forall a f x : nat, (a < d)%nat -> (f < N)%nat -> (x < D1)%nat -> smooth3 (fun W_Q => rsum N (fun f' => rsum T (fun w => rsum d (fun b => Q D1 W_Q X f' w b * dQ f' w b)))) W_Q f x a /\ partial3 (fun W_Q => rsum N (fun f' => rsum T (fun w => rsum d (fun b => Q D1 W_Q X f' w b * dQ f' w b)))) W_Q f x a = rsum T (fun w => X w x * dQ f w a).
End C8h.

Module C8i.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun y => W_K f1 y a1 * X t1 y).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dK : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  forall a f x : nat, (a < d)%nat -> (f < N)%nat -> (x < D1)%nat -> smooth3 (fun W_K => rsum N (fun f' => rsum T (fun w => rsum d (fun b => K D1 W_K X f' w b * dK f' w b)))) W_K f x a /\ partial3 (fun W_K => rsum N (fun f' => rsum T (fun w => rsum d (fun b => K D1 W_K X f' w b * dK f' w b)))) W_K f x a = rsum T (fun w => X w x * dK f w a).
End C8i.

Module C8j.
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun y => W_V f1 y c1 * X t1 y).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (e : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dV : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < e)%nat ->
  forall c f x : nat, (c < e)%nat -> (f < N)%nat -> (x < D1)%nat -> smooth3 (fun W_V => rsum N (fun f' => rsum T (fun w => rsum e (fun g => V D1 W_V X f' w g * dV f' w g)))) W_V f x c /\ partial3 (fun W_V => rsum N (fun f' => rsum T (fun w => rsum e (fun g => V D1 W_V X f' w g * dV f' w g)))) W_V f x c = rsum T (fun w => X w x * dV f w c).
End C8j.

Module C8k.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun y => W_K f1 y a1 * X t1 y).
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun y => W_Q f1 y a1 * X t1 y).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun y => W_V f1 y c1 * X t1 y).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dK : nat -> nat -> nat -> R) (dQ : nat -> nat -> nat -> R) (dV : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  forall t x : nat, (t < T)%nat -> (x < D1)%nat -> smooth2 (fun X => rsum N (fun f' => rsum T (fun w => rsum d (fun b => K D1 W_K X f' w b * dK f' w b))) + rsum N (fun f' => rsum T (fun w => rsum d (fun b => Q D1 W_Q X f' w b * dQ f' w b))) + rsum N (fun f' => rsum T (fun w => rsum e (fun g => V D1 W_V X f' w g * dV f' w g)))) X t x /\ partial2 (fun X => rsum N (fun f' => rsum T (fun w => rsum d (fun b => K D1 W_K X f' w b * dK f' w b))) + rsum N (fun f' => rsum T (fun w => rsum d (fun b => Q D1 W_Q X f' w b * dQ f' w b))) + rsum N (fun f' => rsum T (fun w => rsum e (fun g => V D1 W_V X f' w g * dV f' w g)))) X t x = rsum N (fun f' => rsum d (fun b => W_K f' x b * dK f' t b)) + rsum N (fun f' => rsum d (fun b => W_Q f' x b * dQ f' t b)) + rsum N (fun f' => rsum e (fun g => W_V f' x g * dV f' t g)).
End C8k.

Module C8l.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_K f1 x a1 * X t1 x).
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_Q f1 x a1 * X t1 x).
Definition S1 (D1 d : nat) (B : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 D1 d B W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => M t1 t' * exp (S1 D1 d B W_K W_Q X f1 t1 t' / tau)).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun x => W_V f1 x c1 * X t1 x).
Definition dP (D1 e : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum e (fun g => V D1 W_V X f1 w1 g * dO f1 t1 g).
Definition D2 (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 : nat) : R :=
  rsum T (fun t' => P D1 T d tau B M W_K W_Q X f1 t1 t' * dP D1 e W_V X dO f1 t1 t').
Definition dS (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  (dP D1 e W_V X dO f1 t1 w1 - D2 D1 T d e tau B M W_K W_Q W_V X dO f1 t1) * P D1 T d tau B M W_K W_Q X f1 t1 w1 / tau.
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> 0 <= M t w) ->
  (forall f t : nat, (f < N)%nat -> (t < T)%nat -> 0 < rsum T (fun t' => M t t' * exp (S1 D1 d B W_K W_Q X f t t' / tau))) ->
  forall a f t y : nat, (a < d)%nat -> (f < N)%nat -> (t < T)%nat -> (y < D1)%nat -> smooth3 (fun W_Q => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) W_Q f y a /\ partial3 (fun W_Q => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) W_Q f y a = X t y * rsum T (fun t' => K D1 W_K X f t' a * dS D1 T d e tau B M W_K W_Q W_V X dO f t t').
End C8l.

Module C8m.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_K f1 x a1 * X t1 x).
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_Q f1 x a1 * X t1 x).
Definition S1 (D1 d : nat) (B : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 D1 d B W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => M t1 t' * exp (S1 D1 d B W_K W_Q X f1 t1 t' / tau)).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun x => W_V f1 x c1 * X t1 x).
Definition dP (D1 e : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum e (fun g => V D1 W_V X f1 w1 g * dO f1 t1 g).
Definition D2 (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 : nat) : R :=
  rsum T (fun t' => P D1 T d tau B M W_K W_Q X f1 t1 t' * dP D1 e W_V X dO f1 t1 t').
Definition dS (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  (dP D1 e W_V X dO f1 t1 w1 - D2 D1 T d e tau B M W_K W_Q W_V X dO f1 t1) * P D1 T d tau B M W_K W_Q X f1 t1 w1 / tau.
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> 0 <= M t w) ->
  (forall f t : nat, (f < N)%nat -> (t < T)%nat -> 0 < rsum T (fun t' => M t t' * exp (S1 D1 d B W_K W_Q X f t t' / tau))) ->
  forall a f t y : nat, (a < d)%nat -> (f < N)%nat -> (t < T)%nat -> (y < D1)%nat -> smooth3 (fun W_K => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) W_K f y a /\ partial3 (fun W_K => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) W_K f y a = Q D1 W_Q X f t a * rsum T (fun t' => X t' y * dS D1 T d e tau B M W_K W_Q W_V X dO f t t').
End C8m.

Module C8n.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_K f1 x a1 * X t1 x).
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_Q f1 x a1 * X t1 x).
Definition S1 (D1 d : nat) (B : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 D1 d B W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => M t1 t' * exp (S1 D1 d B W_K W_Q X f1 t1 t' / tau)).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun x => W_V f1 x c1 * X t1 x).
Definition dP (D1 e : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum e (fun g => V D1 W_V X f1 w1 g * dO f1 t1 g).
Definition D2 (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 : nat) : R :=
  rsum T (fun t' => P D1 T d tau B M W_K W_Q X f1 t1 t' * dP D1 e W_V X dO f1 t1 t').
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> 0 <= M t w) ->
  (forall f t : nat, (f < N)%nat -> (t < T)%nat -> 0 < rsum T (fun t' => M t t' * exp (S1 D1 d B W_K W_Q X f t t' / tau))) ->
  forall c f t y : nat, (c < e)%nat -> (f < N)%nat -> (t < T)%nat -> (y < D1)%nat -> smooth3 (fun W_V => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) W_V f y c /\ partial3 (fun W_V => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) W_V f y c = dO f t c * rsum T (fun t' => P D1 T d tau B M W_K W_Q X f t t' * X t' y).
End C8n.

Module C8o.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_K f1 x a1 * X t1 x).
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_Q f1 x a1 * X t1 x).
Definition S1 (D1 d : nat) (B : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 D1 d B W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => M t1 t' * exp (S1 D1 d B W_K W_Q X f1 t1 t' / tau)).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun x => W_V f1 x c1 * X t1 x).
Definition L (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (G : nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 : nat) : R :=
  rsum D1 (fun x => rsum T (fun t' => rsum e (fun g => G t1 x * P D1 T d tau B M W_K W_Q X f1 t1 t' * V D1 W_V X f1 t' g * W_O f1 g x))).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (tau : R) (B : nat -> nat -> nat -> R) (G : nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> 0 <= M t w) ->
  (forall f t : nat, (f < N)%nat -> (t < T)%nat -> 0 < rsum T (fun t' => M t t' * exp (S1 D1 d B W_K W_Q X f t t' / tau))) ->
  forall c f t y : nat, (c < e)%nat -> (f < N)%nat -> (t < T)%nat -> (y < D1)%nat -> smooth3 (fun W_O => L D1 T d e tau B G M W_K W_O W_Q W_V X f t) W_O f c y /\ partial3 (fun W_O => L D1 T d e tau B G M W_K W_O W_Q W_V X f t) W_O f c y = G t y * rsum T (fun t' => P D1 T d tau B M W_K W_Q X f t t' * V D1 W_V X f t' c).
End C8o.

Module C8p.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_K f1 x a1 * X t1 x).
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x => W_Q f1 x a1 * X t1 x).
Definition S1 (D1 d : nat) (B : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  B f1 t1 w1 + rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 D1 d B W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => M t1 t' * exp (S1 D1 d B W_K W_Q X f1 t1 t' / tau)).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun x => W_V f1 x c1 * X t1 x).
Definition dP (D1 e : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum e (fun g => V D1 W_V X f1 w1 g * dO f1 t1 g).
Definition D2 (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 : nat) : R :=
  rsum T (fun t' => P D1 T d tau B M W_K W_Q X f1 t1 t' * dP D1 e W_V X dO f1 t1 t').
Definition dS (D1 T d e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  (dP D1 e W_V X dO f1 t1 w1 - D2 D1 T d e tau B M W_K W_Q W_V X dO f1 t1) * P D1 T d tau B M W_K W_Q X f1 t1 w1 / tau.
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (tau : R) (B : nat -> nat -> nat -> R) (M : nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (dO : nat -> nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> 0 <= M t w) ->
  (forall f t : nat, (f < N)%nat -> (t < T)%nat -> 0 < rsum T (fun t' => M t t' * exp (S1 D1 d B W_K W_Q X f t t' / tau))) ->
  forall f t w' y : nat, (f < N)%nat -> (t < T)%nat -> (w' < T)%nat -> (y < D1)%nat -> smooth2 (fun X => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) X w' y /\ partial2 (fun X => D2 D1 T d e tau B M W_K W_Q W_V X dO f t) X w' y = delta t w' * rsum T (fun t' => rsum d (fun b => K D1 W_K X f t' b * W_Q f y b * dS D1 T d e tau B M W_K W_Q W_V X dO f t t')) + P D1 T d tau B M W_K W_Q X f t w' * rsum e (fun g => W_V f y g * dO f t g) + dS D1 T d e tau B M W_K W_Q W_V X dO f t w' * rsum d (fun b => Q D1 W_Q X f t b * W_K f y b).
End C8p.
