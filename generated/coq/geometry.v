(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import AttnproofBase.
Open Scope R_scope.

Module B1.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> smooth1 (fun s => p n tau s j) s k /\ partial1 (fun s => p n tau s j) s k = (delta j k - p n tau s k) * p n tau s j / tau.
End B1.

Module B2a.
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s l / tau))).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> smooth1 (fun s => phi_s n tau s) s k /\ partial1 (fun s => phi_s n tau s) s k = p n tau s k.
End B2a.

Module B2b.
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s l / tau))).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> smooth1 (fun s => phi_s n tau s) s j /\ smooth1 (fun s => partial1 (fun s => phi_s n tau s) s j) s k /\ partial1 (fun s => partial1 (fun s => phi_s n tau s) s j) s k = (delta j k * p n tau s j - p n tau s j * p n tau s k) / tau.
End B2b.

Module B3a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> (forall r : nat, (r < n)%nat -> smooth1 (fun s => ln (p n tau s r)) s j) /\ (forall r : nat, (r < n)%nat -> smooth1 (fun s => ln (p n tau s r)) s k) /\ rsum n (fun r => p n tau s r * partial1 (fun s => ln (p n tau s r)) s j * partial1 (fun s => ln (p n tau s r)) s k) = F n tau s j k.
End B3a.

Module B3b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> (forall r : nat, (r < n)%nat -> smooth1 (fun s => ln (p n tau s r)) s j) /\ (forall r : nat, (r < n)%nat -> smooth1 (fun s => partial1 (fun s => ln (p n tau s r)) s j) s k) /\ - rsum n (fun r => p n tau s r * partial1 (fun s => partial1 (fun s => ln (p n tau s r)) s j) s k) = F n tau s j k.
End B3b.

Module B3c.
Definition p' (n : nat) (tau : R) (s' : nat -> R) (j1 : nat) : R :=
  exp (s' j1 / tau) / rsum n (fun l => exp (s' l / tau)).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition KL_p_p' (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R) : R :=
  rsum n (fun l => (ln (p n tau s l) - ln (p' n tau s' l)) * p n tau s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j : nat, (j < n)%nat -> smooth1 (fun s' => KL_p_p' n tau s s') s' j /\ (fun s' => partial1 (fun s' => KL_p_p' n tau s s') s' j) s = 0.
End B3c.

Module B3d.
Definition p' (n : nat) (tau : R) (s' : nat -> R) (j1 : nat) : R :=
  exp (s' j1 / tau) / rsum n (fun r => exp (s' r / tau)).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition KL_p_p' (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R) : R :=
  rsum n (fun r => (ln (p n tau s r) - ln (p' n tau s' r)) * p n tau s r).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> smooth1 (fun s' => KL_p_p' n tau s s') s' j /\ smooth1 (fun s' => partial1 (fun s' => KL_p_p' n tau s s') s' j) s' k /\ (fun s' => partial1 (fun s' => partial1 (fun s' => KL_p_p' n tau s s') s' j) s' k) s = F n tau s j k.
End B3d.

Module B4.
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun r => exp (s r / tau))).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> smooth1 (fun s => phi_s n tau s) s j /\ smooth1 (fun s => partial1 (fun s => phi_s n tau s) s j) s k /\ partial1 (fun s => partial1 (fun s => phi_s n tau s) s j) s k = tau * F n tau s j k.
End B4.

Module B5a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition E_p_x (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun r => p n tau s r * x r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (x : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j : nat, (j < n)%nat -> rsum n (fun r => F n tau s j r * x r) = p n tau s j * (x j - E_p_x n tau s x) / tau ^ 2.
End B5a.

Module B5b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition E_p_x (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun r => p n tau s r * x r).
Definition Var_p_x (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun r => (x r - E_p_x n tau s x) ^ 2 * p n tau s r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (x : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun r => rsum n (fun t => F n tau s r t * x t * x r)) = Var_p_x n tau s x / tau ^ 2.
End B5b.

Module B5c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition E_p_x (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun r => p n tau s r * x r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (x : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 <= rsum n (fun r => rsum n (fun t => F n tau s r t * x t * x r)) /\ (rsum n (fun r => rsum n (fun t => F n tau s r t * x t * x r)) = 0 <-> (forall j k : nat, (j < n)%nat -> (k < n)%nat -> x j = x k)).
End B5c.

Module B5d.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  has_rank n (fun i j => F n tau s i j) (n - 1).
End B5d.

Module B6a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (x : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun r => rsum n (fun t => F n tau s r t * x t * x r)) <= rsum n (fun r => x r ^ 2) / (2 * tau ^ 2).
End B6a.

Module B6b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (h : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  tau * rsum n (fun r => rsum n (fun t => F n tau s r t * h t * y r)) <= rsum n (fun r => y r ^ 2) / 2 + rsum n (fun r => h r ^ 2) / (8 * tau ^ 2).
End B6b.

Module B6c.
Definition p_t (n : nat) (t tau : R) (h : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  exp ((s j1 + t * h j1) / tau) / rsum n (fun l => exp ((s l + t * h l) / tau)).
Definition statement : Prop :=
  forall (n : nat) (t : R) (tau : R) (h : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (fun t => rsum n (fun l => p_t n t tau h s l * y l)) 1 - (fun t => rsum n (fun l => p_t n t tau h s l * y l)) 0 <= rsum n (fun l => y l ^ 2) / 2 + rsum n (fun l => h l ^ 2) / (8 * tau ^ 2).
End B6c.

Module B6d.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition p' (n : nat) (tau : R) (s' : nat -> R) (j1 : nat) : R :=
  exp (s' j1 / tau) / rsum n (fun l => exp (s' l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun l => (p' n tau s' l - p n tau s l) ^ 2) <= rsum n (fun l => (s' l - s l) ^ 2) / (4 * tau ^ 2).
End B6d.

Module B6e.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun j' => exp (s j' / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall r t : nat, (r < n)%nat -> (t < n)%nat -> rsum n (fun j' => (delta j' r - delta j' t) ^ 2) / (2 * tau ^ 2) - rsum n (fun j' => rsum n (fun l' => (delta l' r - delta l' t) * (delta j' r - delta j' t) * F n tau s j' l')) = ((p n tau s r - p n tau s t) ^ 2 + 1 - p n tau s r - p n tau s t) * (1 - delta r t) / tau ^ 2.
End B6e.

Module B6f.
Definition p (n : nat) (y : R) (j1 l1 r1 : nat) : R :=
  (y * (delta j1 r1 + delta l1 r1) + 1) / rsum n (fun j' => y * (delta j' j1 + delta j' l1) + 1).
Definition F (n : nat) (tau y : R) (j1 l1 r1 t1 : nat) : R :=
  (delta r1 t1 * p n y j1 l1 r1 - p n y j1 l1 r1 * p n y j1 l1 t1) / tau ^ 2.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (y : R),
  (0 < n)%nat ->
  0 < tau ->
  0 <= y ->
  forall r t : nat, (r < n)%nat -> (t < n)%nat -> rsum n (fun j' => (delta j' r - delta j' t) ^ 2) / (2 * tau ^ 2) - rsum n (fun j' => rsum n (fun l' => (delta l' r - delta l' t) * (delta j' r - delta j' t) * F n tau y r t j' l')) = (1 - delta r t) * (INR n - 2) / ((2 * y + INR n) * tau ^ 2).
End B6f.

Module B7a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition x_plus (n : nat) (tau : R) (s : nat -> R) (y : nat -> R) (j1 : nat) : R :=
  tau ^ 2 * (y j1 / p n tau s j1 - rsum n (fun r => y r / p n tau s r) / INR n).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun r => y r) = 0 ->
  forall j : nat, (j < n)%nat -> rsum n (fun r => F n tau s j r * x_plus n tau s y r) = y j.
End B7a.

Module B7b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition x_plus (n : nat) (tau : R) (s : nat -> R) (y : nat -> R) (j1 : nat) : R :=
  tau ^ 2 * (y j1 / p n tau s j1 - rsum n (fun l => y l / p n tau s l) / INR n).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun l => x_plus n tau s y l) = 0.
End B7b.

Module B7c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition x_plus (n : nat) (tau : R) (s : nat -> R) (y : nat -> R) (j1 : nat) : R :=
  tau ^ 2 * (y j1 / p n tau s j1 - rsum n (fun r => y r / p n tau s r) / INR n).
Definition E_p_x (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun r => p n tau s r * x r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (x : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall k : nat, (k < n)%nat -> rsum n (fun r => F n tau s k r * x r) = y k) ->
  rsum n (fun r => x r) = 0 ->
  forall k : nat, (k < n)%nat -> x k = x_plus n tau s y k.
End B7c.

Module B8.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition p' (n : nat) (tau : R) (s' : nat -> R) (j1 : nat) : R :=
  exp (s' j1 / tau) / rsum n (fun l => exp (s' l / tau)).
Definition KL_p_p' (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R) : R :=
  rsum n (fun l => ln (p n tau s l / p' n tau s' l) * p n tau s l).
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s l / tau))).
Definition phi_s' (n : nat) (tau : R) (s' : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s' l / tau))).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R) (s' : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  tau * KL_p_p' n tau s s' = phi_s' n tau s' - phi_s n tau s - rsum n (fun l => (s' l - s l) * p n tau s l).
End B8.

Module B9.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition F (n : nat) (tau : R) (s : nat -> R) (j1 l1 : nat) : R :=
  (delta j1 l1 * p n tau s j1 - p n tau s j1 * p n tau s l1) / tau ^ 2.
Definition E_p_k (n : nat) (tau : R) (k : nat -> nat -> R) (s : nat -> R) (a1 : nat) : R :=
  rsum n (fun r => k r a1 * p n tau s r).
Definition Cov_p_k (n : nat) (tau : R) (k : nat -> nat -> R) (s : nat -> R) (a1 b1 : nat) : R :=
  rsum n (fun r => (k r a1 - E_p_k n tau k s a1) * (k r b1 - E_p_k n tau k s b1) * p n tau s r).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (s : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a b : nat, (a < d)%nat -> (b < d)%nat -> rsum n (fun r => rsum n (fun t => F n tau s r t * k t b * k r a)) = Cov_p_k n tau k s a b / tau ^ 2.
End B9.
