(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import AttnproofBase.
Open Scope R_scope.

Module A1a.
Definition statement : Prop :=
  forall (n : nat) (epsilon : R) (lambda : R) (C1 : nat -> R) (p : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 < p j) ->
  (forall k : nat, (k < n)%nat -> partial1 (fun p => rsum n (fun j => C1 j * p j + epsilon * ln (p j) * p j) + lambda * (rsum n (fun j => p j) - 1)) p k = 0) ->
  rsum n (fun j => p j) = 1 ->
  forall k : nat, (k < n)%nat -> p k = exp (- (C1 k / epsilon)) / rsum n (fun j => exp (- (C1 j / epsilon))).
End A1a.

Module A1b.
Definition statement : Prop :=
  forall (n : nat) (lambda : R) (tau : R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 < p j) ->
  (forall k : nat, (k < n)%nat -> partial1 (fun p => rsum n (fun j => tau * ln (p j) * p j - p j * s j) + lambda * (rsum n (fun j => p j) - 1)) p k = 0) ->
  rsum n (fun j => p j) = 1 ->
  forall k : nat, (k < n)%nat -> p k = exp (s k / tau) / rsum n (fun j => exp (s j / tau)).
End A1b.

Module A2a.
Definition statement : Prop :=
  forall (x : R) (y : R),
  0 <= x ->
  0 < y ->
  0 <= x * ln x + y - x * ln y - x /\ (x * ln x + y - x * ln y - x = 0 <-> (x = y)).
End A2a.

Module A2b.
Definition p_star (n : nat) (epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon)) / rsum n (fun l => exp (- (C1 l / epsilon))).
Definition J_p_star (n : nat) (epsilon : R) (C1 : nat -> R) : R :=
  rsum n (fun l => C1 l * p_star n epsilon C1 l + epsilon * (p_star n epsilon C1 l * ln (p_star n epsilon C1 l))).
Definition J_p (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R) : R :=
  rsum n (fun l => C1 l * p l + epsilon * (p l * ln (p l))).
Definition KL_p_p_star (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R) : R :=
  rsum n (fun l => p l * ln (p l) - ln (p_star n epsilon C1 l) * p l).
Definition statement : Prop :=
  forall (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  rsum n (fun l => p l) = 1 ->
  J_p n epsilon C1 p - J_p_star n epsilon C1 = epsilon * KL_p_p_star n epsilon C1 p.
End A2b.

Module A2c.
Definition KL_p_q (n : nat) (p : nat -> R) (q : nat -> R) : R :=
  rsum n (fun l => p l * ln (p l) - ln (q l) * p l).
Definition statement : Prop :=
  forall (n : nat) (p : nat -> R) (q : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  (forall j : nat, (j < n)%nat -> 0 < q j) ->
  rsum n (fun l => p l) = 1 ->
  rsum n (fun l => q l) = 1 ->
  0 <= KL_p_q n p q /\ (KL_p_q n p q = 0 <-> (forall j : nat, (j < n)%nat -> p j = q j)).
End A2c.

Module A2d.
Definition J_p (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R) : R :=
  rsum n (fun l => C1 l * p l + epsilon * (p l * ln (p l))).
Definition p_star (n : nat) (epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon)) / rsum n (fun l => exp (- (C1 l / epsilon))).
Definition J_p_star (n : nat) (epsilon : R) (C1 : nat -> R) : R :=
  rsum n (fun l => C1 l * p_star n epsilon C1 l + epsilon * (p_star n epsilon C1 l * ln (p_star n epsilon C1 l))).
Definition statement : Prop :=
  forall (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  rsum n (fun l => p l) = 1 ->
  J_p_star n epsilon C1 <= J_p n epsilon C1 p /\ (J_p n epsilon C1 p = J_p_star n epsilon C1 <-> (forall j : nat, (j < n)%nat -> p j = p_star n epsilon C1 j)).
End A2d.

Module A3a.
Definition p_star (n : nat) (epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon)) / rsum n (fun l => exp (- (C1 l / epsilon))).
Definition J_p_star (n : nat) (epsilon : R) (C1 : nat -> R) : R :=
  rsum n (fun l => C1 l * p_star n epsilon C1 l + epsilon * (p_star n epsilon C1 l * ln (p_star n epsilon C1 l))).
Definition statement : Prop :=
  forall (n : nat) (epsilon : R) (C1 : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  J_p_star n epsilon C1 = - (epsilon * ln (rsum n (fun l => exp (- (C1 l / epsilon))))).
End A3a.

Module A3b.
Definition p_star (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition J_p_star (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => tau * (p_star n tau s l * ln (p_star n tau s l)) - p_star n tau s l * s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  - J_p_star n tau s = tau * ln (rsum n (fun l => exp (s l / tau))).
End A3b.

Module A3c.
Definition p_star (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition J_p_star (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => tau * (p_star n tau s l * ln (p_star n tau s l)) - p_star n tau s l * s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  - (J_p_star n tau s / tau) = ln (rsum n (fun l => exp (s l / tau))).
End A3c.

Module A3d.
Definition p_star (n : nat) (epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon)) / rsum n (fun l => exp (- (C1 l / epsilon))).
Definition KL_p_p_star (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R) : R :=
  rsum n (fun l => p l * ln (p l) - ln (p_star n epsilon C1 l) * p l).
Definition J_p_star (n : nat) (epsilon : R) (C1 : nat -> R) : R :=
  rsum n (fun l => C1 l * p_star n epsilon C1 l + epsilon * (p_star n epsilon C1 l * ln (p_star n epsilon C1 l))).
Definition J_p (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R) : R :=
  rsum n (fun l => C1 l * p l + epsilon * (p l * ln (p l))).
Definition statement : Prop :=
  forall (n : nat) (epsilon : R) (C1 : nat -> R) (p : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  rsum n (fun l => p l) = 1 ->
  epsilon * KL_p_p_star n epsilon C1 p - epsilon * ln (rsum n (fun l => exp (- (C1 l / epsilon)))) = rsum n (fun l => C1 l * p l + epsilon * (p l * ln (p l))).
End A3d.

Module A4a.
Definition H_p (n : nat) (p : nat -> R) : R :=
  - rsum n (fun l => p l * ln (p l)).
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s l / tau))).
Definition p_star (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition KL_p_p_star (n : nat) (tau : R) (p : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => p l * ln (p l) - ln (p_star n tau s l) * p l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  rsum n (fun l => p l) = 1 ->
  phi_s n tau s - rsum n (fun l => p l * s l) - tau * H_p n p = tau * KL_p_p_star n tau p s.
End A4a.

Module A4b.
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s l / tau))).
Definition H_p (n : nat) (p : nat -> R) : R :=
  - rsum n (fun l => p l * ln (p l)).
Definition p_star (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  rsum n (fun l => p l) = 1 ->
  rsum n (fun l => p l * s l) + tau * H_p n p <= phi_s n tau s /\ (phi_s n tau s = rsum n (fun l => p l * s l) + tau * H_p n p <-> (forall j : nat, (j < n)%nat -> p j = p_star n tau s j)).
End A4b.

Module A4c.
Definition phi_s (n : nat) (tau : R) (s : nat -> R) : R :=
  tau * ln (rsum n (fun l => exp (s l / tau))).
Definition p_star (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  phi_s n tau s = rsum n (fun l => p_star n tau s l * s l - tau * ln (p_star n tau s l) * p_star n tau s l).
End A4c.

Module A5a.
Definition K (epsilon : R) (C1 : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (- (C1 i1 j1 / epsilon)).
Definition u (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (a : nat -> R) (i1 : nat) : R :=
  a i1 / rsum n (fun l => K epsilon C1 i1 l).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (P : nat -> nat -> R) (a : nat -> R) (lambda : nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < epsilon ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 < P i j) ->
  (forall i : nat, (i < m)%nat -> 0 < a i) ->
  (forall i k : nat, (i < m)%nat -> (k < n)%nat -> partial2 (fun P => rsum m (fun h => (rsum n (fun l => P h l) - a h) * lambda h + rsum n (fun l => C1 h l * P h l + epsilon * P h l * ln (P h l)))) P i k = 0) ->
  (forall i : nat, (i < m)%nat -> rsum n (fun l => P i l) = a i) ->
  forall i k : nat, (i < m)%nat -> (k < n)%nat -> P i k = K epsilon C1 i k * u n epsilon C1 a i.
End A5a.

Module A5b.
Definition K (epsilon : R) (C1 : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (- (C1 i1 j1 / epsilon)).
Definition u (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (a : nat -> R) (i1 : nat) : R :=
  a i1 / rsum n (fun l => K epsilon C1 i1 l).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (a : nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < epsilon ->
  (forall i : nat, (i < m)%nat -> 0 < a i) ->
  forall i : nat, (i < m)%nat -> a i / rsum n (fun l => K epsilon C1 i l * u n epsilon C1 a i) = 1.
End A5b.

Module A5c.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (P : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= P i j) ->
  rsum m (fun i => rsum n (fun j => C1 i j * P i j)) + epsilon * rsum m (fun i => rsum n (fun j => P i j * ln (P i j))) = rsum m (fun i => rsum n (fun j => C1 i j * P i j + epsilon * (P i j * ln (P i j)))).
End A5c.

Module A5d.
Definition J_P (m n : nat) (epsilon : R) (C1 : nat -> nat -> R) (P : nat -> nat -> R) : R :=
  rsum m (fun h => rsum n (fun l => C1 h l * P h l + epsilon * (P h l * ln (P h l)))).
Definition K (epsilon : R) (C1 : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (- (C1 i1 j1 / epsilon)).
Definition u (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (a : nat -> R) (i1 : nat) : R :=
  a i1 / rsum n (fun l => K epsilon C1 i1 l).
Definition P_star (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (a : nat -> R) (i1 j1 : nat) : R :=
  K epsilon C1 i1 j1 * u n epsilon C1 a i1.
Definition J_P_star (m n : nat) (epsilon : R) (C1 : nat -> nat -> R) (a : nat -> R) : R :=
  rsum m (fun h => rsum n (fun l => C1 h l * P_star n epsilon C1 a h l + epsilon * (P_star n epsilon C1 a h l * ln (P_star n epsilon C1 a h l)))).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (epsilon : R) (C1 : nat -> nat -> R) (P : nat -> nat -> R) (a : nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < epsilon ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= P i j) ->
  (forall i : nat, (i < m)%nat -> 0 < a i) ->
  (forall i : nat, (i < m)%nat -> rsum n (fun l => P i l) = a i) ->
  J_P_star m n epsilon C1 a <= J_P m n epsilon C1 P /\ (J_P m n epsilon C1 P = J_P_star m n epsilon C1 a <-> (forall i j : nat, (i < m)%nat -> (j < n)%nat -> P i j = P_star n epsilon C1 a i j)).
End A5d.

Module A6a.
Definition N (n : nat) (pi : nat -> R) : R :=
  rsum n (fun j => pi j).
Definition m (n : nat) (pi : nat -> R) (s : nat -> R) : R :=
  rsum n (fun j => pi j * s j) / N n pi.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun j => pi j) ->
  N n pi * exp (m n pi s / tau) <= rsum n (fun j => exp (s j / tau) * pi j).
End A6a.

Module A6b.
Definition statement : Prop :=
  forall (n : nat) (epsilon : R) (lambda : R) (C1 : nat -> R) (pi : nat -> R) (rho : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 < pi j) ->
  (forall j : nat, (j < n)%nat -> 0 < rho j) ->
  (forall k : nat, (k < n)%nat -> partial1 (fun rho => rsum n (fun j => (C1 j * rho j + epsilon * ln (rho j) * rho j) * pi j) + lambda * (rsum n (fun j => pi j * rho j) - 1)) rho k = 0) ->
  rsum n (fun j => pi j * rho j) = 1 ->
  forall k : nat, (k < n)%nat -> rho k = exp (- (C1 k / epsilon)) / rsum n (fun j => exp (- (C1 j / epsilon)) * pi j).
End A6b.

Module A6c.
Definition rho_star (ell epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon) - ell).
Definition J_rho_star (n : nat) (ell epsilon : R) (C1 : nat -> R) (pi : nat -> R) : R :=
  rsum n (fun l => (C1 l * rho_star ell epsilon C1 l + epsilon * (rho_star ell epsilon C1 l * ln (rho_star ell epsilon C1 l))) * pi l).
Definition J_rho (n : nat) (epsilon : R) (C1 : nat -> R) (pi : nat -> R) (rho : nat -> R) : R :=
  rsum n (fun l => (C1 l * rho l + epsilon * (rho l * ln (rho l))) * pi l).
Definition D_rho_rho_star (n : nat) (ell epsilon : R) (C1 : nat -> R) (pi : nat -> R) (rho : nat -> R) : R :=
  rsum n (fun l => (rho l * ln (rho l) - ln (rho_star ell epsilon C1 l) * rho l) * pi l).
Definition statement : Prop :=
  forall (n : nat) (ell : R) (epsilon : R) (C1 : nat -> R) (pi : nat -> R) (rho : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  rsum n (fun l => pi l * rho_star ell epsilon C1 l) = 1 ->
  (forall j : nat, (j < n)%nat -> 0 <= rho j) ->
  rsum n (fun l => pi l * rho l) = 1 ->
  J_rho n epsilon C1 pi rho - J_rho_star n ell epsilon C1 pi = epsilon * D_rho_rho_star n ell epsilon C1 pi rho.
End A6c.

Module A6d.
Definition D_rho_sigma (n : nat) (pi : nat -> R) (rho : nat -> R) (sigma : nat -> R) : R :=
  rsum n (fun l => (rho l * ln (rho l) - ln (sigma l) * rho l) * pi l).
Definition statement : Prop :=
  forall (n : nat) (pi : nat -> R) (rho : nat -> R) (sigma : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  (forall j : nat, (j < n)%nat -> 0 <= rho j) ->
  (forall j : nat, (j < n)%nat -> 0 < sigma j) ->
  rsum n (fun l => pi l * rho l) = 1 ->
  rsum n (fun l => pi l * sigma l) = 1 ->
  0 <= D_rho_sigma n pi rho sigma /\ (D_rho_sigma n pi rho sigma = 0 <-> (forall j : nat, (j < n)%nat -> pi j * rho j = pi j * sigma j)).
End A6d.

Module A6e.
Definition rho_star (ell epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon) - ell).
Definition J_rho (n : nat) (epsilon : R) (C1 : nat -> R) (pi : nat -> R) (rho : nat -> R) : R :=
  rsum n (fun l => (C1 l * rho l + epsilon * (rho l * ln (rho l))) * pi l).
Definition J_rho_star (n : nat) (ell epsilon : R) (C1 : nat -> R) (pi : nat -> R) : R :=
  rsum n (fun l => (C1 l * rho_star ell epsilon C1 l + epsilon * (rho_star ell epsilon C1 l * ln (rho_star ell epsilon C1 l))) * pi l).
Definition statement : Prop :=
  forall (n : nat) (ell : R) (epsilon : R) (C1 : nat -> R) (pi : nat -> R) (rho : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  rsum n (fun l => pi l * rho_star ell epsilon C1 l) = 1 ->
  (forall j : nat, (j < n)%nat -> 0 <= rho j) ->
  rsum n (fun l => pi l * rho l) = 1 ->
  J_rho_star n ell epsilon C1 pi <= J_rho n epsilon C1 pi rho /\ (J_rho n epsilon C1 pi rho = J_rho_star n ell epsilon C1 pi <-> (forall j : nat, (j < n)%nat -> pi j * rho j = pi j * rho_star ell epsilon C1 j)).
End A6e.

Module A6f.
Definition rho_star (ell epsilon : R) (C1 : nat -> R) (j1 : nat) : R :=
  exp (- (C1 j1 / epsilon) - ell).
Definition J_rho_star (n : nat) (ell epsilon : R) (C1 : nat -> R) (pi : nat -> R) : R :=
  rsum n (fun l => (C1 l * rho_star ell epsilon C1 l + epsilon * (rho_star ell epsilon C1 l * ln (rho_star ell epsilon C1 l))) * pi l).
Definition statement : Prop :=
  forall (n : nat) (ell : R) (epsilon : R) (C1 : nat -> R) (pi : nat -> R),
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  rsum n (fun l => pi l * rho_star ell epsilon C1 l) = 1 ->
  J_rho_star n ell epsilon C1 pi = - (ell * epsilon).
End A6f.

Module A6g.
Definition statement : Prop :=
  forall (n : nat) (ell : R) (tau : R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun j => exp (s j / tau) * pi j) ->
  rsum n (fun j => exp (s j / tau - ell) * pi j) = 1 ->
  ell = ln (rsum n (fun j => exp (s j / tau) * pi j)).
End A6g.

Module A6h.
Definition rho_star (ell tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau - ell).
Definition J_rho_star (n : nat) (ell tau : R) (pi : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => pi l * (tau * (rho_star ell tau s l * ln (rho_star ell tau s l)) - rho_star ell tau s l * s l)).
Definition statement : Prop :=
  forall (n : nat) (ell : R) (tau : R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun l => exp (s l / tau) * pi l) ->
  rsum n (fun l => exp (s l / tau - ell) * pi l) = 1 ->
  - (J_rho_star n ell tau pi s / tau) = ln (rsum n (fun l => exp (s l / tau) * pi l)).
End A6h.

Module A6i.
Definition rho_star (ell tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau - ell).
Definition statement : Prop :=
  forall (n : nat) (ell : R) (tau : R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun l => exp (s l / tau) * pi l) ->
  rsum n (fun l => exp (s l / tau - ell) * pi l) = 1 ->
  forall k : nat, (k < n)%nat -> pi k * rho_star ell tau s k = exp (s k / tau) * pi k / rsum n (fun l => exp (s l / tau) * pi l).
End A6i.

Module A6j.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (x : R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  0 < rsum n (fun j => exp (s j / tau) * pi j) ->
  0 < x * rsum n (fun j => exp (s j / tau) * pi j) ->
  forall k : nat, (k < n)%nat -> x * exp (s k / tau) * pi k / rsum n (fun j => x * exp (s j / tau) * pi j) = exp (s k / tau) * pi k / rsum n (fun j => exp (s j / tau) * pi j).
End A6j.

Module A6k.
Definition s_b (tau : R) (b : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  s j1 + tau * b j1.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (b : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> exp (b k) * exp (s k / tau) / rsum n (fun l => exp (b l) * exp (s l / tau)) = exp (s_b tau b s k / tau) / rsum n (fun l => exp (s_b tau b s l / tau)).
End A6k.

Module A6l.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (beta : R) (tau : R) (chi : nat -> nat -> R) (s : nat -> nat -> R) (x : nat -> R) (y : nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun j => chi i j * exp (- (beta * (x i - y j))) * exp (s i j / tau))) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun j => chi i j * exp (beta * y j + s i j / tau))) ->
  forall i k : nat, (i < m)%nat -> (k < n)%nat -> chi i k * exp (- (beta * (x i - y k))) * exp (s i k / tau) / rsum n (fun j => chi i j * exp (- (beta * (x i - y j))) * exp (s i j / tau)) = chi i k * exp (beta * y k + s i k / tau) / rsum n (fun j => chi i j * exp (beta * y j + s i j / tau)).
End A6l.

Module A6m.
Definition p (n : nat) (tau : R) (chi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  chi j1 * exp (s j1 / tau) / rsum n (fun l => chi l * exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (chi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  0 < rsum n (fun l => chi l * exp (s l / tau)) ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> smooth1 (fun s => p n tau chi s j) s k /\ (1 - chi k) * partial1 (fun s => p n tau chi s j) s k = 0.
End A6m.

Module A6n.
Definition statement : Prop :=
  forall (n : nat) (pi : nat -> R) (rho : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> pi j = 0) ->
  rsum n (fun l => pi l * rho l) = 0.
End A6n.

Module A6w.
Definition Z (n : nat) (tau : R) (chi : nat -> nat -> R) (s : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => chi i1 l * exp (s i1 l / tau)).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (tau : R) (chi : nat -> nat -> R) (h : nat -> nat -> R) (s : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> chi i j * h i j = 0) ->
  (forall i : nat, (i < m)%nat -> 0 < Z n tau chi s i) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> chi i j * exp (s i j / tau) * h i j / Z n tau chi s i = 0.
End A6w.

Module A6x.
Definition b (R1 : nat) (chi : nat -> nat -> nat -> R) (r : nat -> R) (i1 j1 : nat) : R :=
  rsum R1 (fun z => chi i1 j1 z * r z).
Definition s_b (R1 : nat) (tau : R) (chi : nat -> nat -> nat -> R) (r : nat -> R) (s : nat -> nat -> R) (i1 j1 : nat) : R :=
  s i1 j1 + tau * b R1 chi r i1 j1.
Definition statement : Prop :=
  forall (R1 : nat) (m : nat) (n : nat) (tau : R) (chi : nat -> nat -> nat -> R) (r : nat -> R) (s : nat -> nat -> R),
  (0 < R1)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i k : nat, (i < m)%nat -> (k < n)%nat -> exp (b R1 chi r i k) * exp (s i k / tau) / rsum n (fun l => exp (b R1 chi r i l) * exp (s i l / tau)) = exp (s_b R1 tau chi r s i k / tau) / rsum n (fun l => exp (s_b R1 tau chi r s i l / tau)).
End A6x.

Module A6y.
Definition b (R1 : nat) (chi : nat -> nat -> nat -> R) (r : nat -> R) (i1 j1 : nat) : R :=
  rsum R1 (fun z' => chi i1 j1 z' * r z').
Definition statement : Prop :=
  forall (R1 : nat) (m : nat) (n : nat) (chi : nat -> nat -> nat -> R) (dB : nat -> nat -> R) (r : nat -> R),
  (0 < R1)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall z : nat, (z < R1)%nat -> smooth1 (fun r => rsum m (fun h => rsum n (fun l => b R1 chi r h l * dB h l))) r z /\ partial1 (fun r => rsum m (fun h => rsum n (fun l => b R1 chi r h l * dB h l))) r z = rsum m (fun h => rsum n (fun l => chi h l z * dB h l)).
End A6y.

Module A7a.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (x : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall k : nat, (k < n)%nat -> exp ((s k + x) / tau) / rsum n (fun j => exp ((s j + x) / tau)) = exp (s k / tau) / rsum n (fun j => exp (s j / tau)).
End A7a.

Module A7b.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (x : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  tau * ln (rsum n (fun j => exp ((s j + x) / tau))) = tau * ln (rsum n (fun j => exp (s j / tau))) + x.
End A7b.

Module A7c.
Definition statement : Prop :=
  forall (n : nat) (tau : R) (x : R) (b : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> b j = x) ->
  forall k : nat, (k < n)%nat -> exp ((b k + s k) / tau) / rsum n (fun l => exp ((b l + s l) / tau)) = exp (s k / tau) / rsum n (fun l => exp (s l / tau)).
End A7c.

Module A8a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_s (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  forall j : nat, (j < n)%nat -> smooth0 (fun tau => p n tau s j) tau /\ partial0 (fun tau => p n tau s j) tau = - (p n tau s j * (s j - E_p_s n tau s) / tau ^ 2).
End A8a.

Module A8b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_s (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * s l).
Definition Var_p_s (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => (s l - E_p_s n tau s) ^ 2 * p n tau s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  smooth0 (fun tau => E_p_s n tau s) tau /\ partial0 (fun tau => E_p_s n tau s) tau = - (Var_p_s n tau s / tau ^ 2).
End A8b.

Module A8c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition E_p_s (n : nat) (tau : R) (s : nat -> R) : R :=
  rsum n (fun l => p n tau s l * s l).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  smooth0 (fun tau => E_p_s n tau s) tau /\ (partial0 (fun tau => E_p_s n tau s) tau <= 0 /\ (0 = partial0 (fun tau => E_p_s n tau s) tau <-> (forall j k : nat, (j < n)%nat -> (k < n)%nat -> s j = s k))).
End A8c.

Module A8d.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (w : R) (D1 : nat -> nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= D1 j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> w = s l + D1 j l - s j) ->
  forall j : nat, (j < n)%nat -> (1 - w / tau) / INR n <= p n tau s j.
End A8d.

Module A8e.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (w : R) (D1 : nat -> nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= D1 j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> w = s l + D1 j l - s j) ->
  forall j : nat, (j < n)%nat -> p n tau s j <= (w * exp (w / tau) / tau + 1) / INR n.
End A8e.

Module A8f.
Definition statement : Prop :=
  forall (n : nat) (M : R) (g : R) (tau : R) (chi : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= y j) ->
  0 <= g ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> M - s j = (1 - chi j) * (y j + g)) ->
  0 < rsum n (fun l => chi l) ->
  rsum n (fun l => chi l) <= rsum n (fun l => exp ((s l - M) / tau)).
End A8f.

Module A8g.
Definition statement : Prop :=
  forall (n : nat) (M : R) (g : R) (tau : R) (chi : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= y j) ->
  0 <= g ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> M - s j = (1 - chi j) * (y j + g)) ->
  0 < rsum n (fun l => chi l) ->
  rsum n (fun l => exp ((s l - M) / tau)) <= exp (- (g / tau)) * (INR n - rsum n (fun l => chi l)) + rsum n (fun l => chi l).
End A8g.

Module A8h.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (M : R) (g : R) (tau : R) (chi : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= y j) ->
  0 <= g ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> M - s j = (1 - chi j) * (y j + g)) ->
  0 < rsum n (fun l => chi l) ->
  forall j : nat, (j < n)%nat -> (1 - chi j) * p n tau s j <= (1 - chi j) * exp (- (g / tau)) / rsum n (fun l => chi l).
End A8h.

Module A8i.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (M : R) (g : R) (tau : R) (chi : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= y j) ->
  0 <= g ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> M - s j = (1 - chi j) * (y j + g)) ->
  0 < rsum n (fun l => chi l) ->
  forall j : nat, (j < n)%nat -> chi j * p n tau s j <= chi j / rsum n (fun l => chi l).
End A8i.

Module A8j.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (M : R) (g : R) (tau : R) (chi : nat -> R) (s : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= y j) ->
  0 <= g ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> M - s j = (1 - chi j) * (y j + g)) ->
  0 < rsum n (fun l => chi l) ->
  forall j : nat, (j < n)%nat -> (1 - exp (- (g / tau)) * (INR n - rsum n (fun l => chi l)) / rsum n (fun l => chi l)) * chi j / rsum n (fun l => chi l) <= chi j * p n tau s j.
End A8j.

Module A9a.
Definition statement : Prop :=
  forall (n : nat) (beta : R) (lambda : R) (mu : nat -> R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < beta ->
  (forall j : nat, (j < n)%nat -> 0 < p j) ->
  (forall k : nat, (k < n)%nat -> partial1 (fun p => rsum n (fun j => Rpower (p j) (beta + 1) / ((beta + 1) * beta) - mu j * p j - p j * s j) + lambda * (rsum n (fun j => p j) - 1) - 1 / ((beta + 1) * beta)) p k = 0) ->
  forall k : nat, (k < n)%nat -> Rpower (p k) beta = beta * (mu k + s k - lambda).
End A9a.

Module A9b.
Definition statement : Prop :=
  forall (n : nat) (lambda : R) (chi : nat -> R) (mu : nat -> R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> p j = mu j + s j - lambda) ->
  rsum n (fun l => p l) = 1 ->
  (forall j : nat, (j < n)%nat -> chi j * p j = p j) ->
  (forall j : nat, (j < n)%nat -> chi j * mu j = 0) ->
  0 < rsum n (fun l => chi l) ->
  forall k : nat, (k < n)%nat -> p k = (s k - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * chi k.
End A9b.

Module A9c.
Definition J_p (n : nat) (p : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => p l ^ 2 / 2 - p l * s l) - 1 / 2.
Definition J_q (n : nat) (q : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => q l ^ 2 / 2 - q l * s l) - 1 / 2.
Definition statement : Prop :=
  forall (n : nat) (lambda : R) (mu : nat -> R) (p : nat -> R) (q : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> p j = mu j + s j - lambda) ->
  (forall j : nat, (j < n)%nat -> mu j * p j = 0) ->
  rsum n (fun l => p l) = 1 ->
  rsum n (fun l => q l) = 1 ->
  J_q n q s - J_p n p s = rsum n (fun l => (q l - p l) ^ 2) / 2 + rsum n (fun l => mu l * q l).
End A9c.

Module A9d.
Definition J_q (n : nat) (q : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => q l ^ 2 / 2 - q l * s l) - 1 / 2.
Definition J_p (n : nat) (p : nat -> R) (s : nat -> R) : R :=
  rsum n (fun l => p l ^ 2 / 2 - p l * s l) - 1 / 2.
Definition statement : Prop :=
  forall (n : nat) (lambda : R) (mu : nat -> R) (p : nat -> R) (q : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> p j = mu j + s j - lambda) ->
  (forall j : nat, (j < n)%nat -> mu j * p j = 0) ->
  rsum n (fun l => p l) = 1 ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  (forall j : nat, (j < n)%nat -> 0 <= mu j) ->
  rsum n (fun l => q l) = 1 ->
  (forall j : nat, (j < n)%nat -> 0 <= q j) ->
  J_p n p s <= J_q n q s /\ (J_q n q s = J_p n p s <-> (forall j : nat, (j < n)%nat -> q j = p j)).
End A9d.

Module A9e.
Definition J_p (n : nat) (p : nat -> R) (s : nat -> R) : R :=
  rsum n (fun j => p j ^ 2 / 2 - p j * s j) - 1 / 2.
Definition statement : Prop :=
  forall (n : nat) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  J_p n p s = rsum n (fun j => (p j - s j) ^ 2) / 2 - rsum n (fun j => s j ^ 2) / 2 - 1 / 2.
End A9e.

Module A9f.
Definition statement : Prop :=
  forall (n : nat) (lambda : R) (R1 : nat -> nat -> R) (chi : nat -> R) (mu : nat -> R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> p j = mu j + s j - lambda) ->
  rsum n (fun r => p r) = 1 ->
  (forall j : nat, (j < n)%nat -> chi j * p j = p j) ->
  (forall j : nat, (j < n)%nat -> chi j * mu j = 0) ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> R1 l j - R1 j l = s l - s j) ->
  (forall j : nat, (j < n)%nat -> 0 <= mu j) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= R1 j l) ->
  forall j : nat, (j < n)%nat -> 1 - p j * rsum n (fun r => chi r) <= rsum n (fun r => R1 r j).
End A9f.

Module A9g.
Definition p (n : nat) (chi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  (s j1 - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * chi j1.
Definition statement : Prop :=
  forall (n : nat) (chi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < rsum n (fun l => chi l) ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> smooth1 (fun s => p n chi s j) s k /\ partial1 (fun s => p n chi s j) s k = delta j k * chi j - chi j * chi k / rsum n (fun l => chi l).
End A9g.

Module A9h.
Definition p (n : nat) (chi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  (s j1 - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * chi j1.
Definition statement : Prop :=
  forall (n : nat) (chi : nat -> R) (s : nat -> R) (u : nat -> R),
  (0 < n)%nat ->
  0 < rsum n (fun l => chi l) ->
  forall k : nat, (k < n)%nat -> smooth1 (fun s => rsum n (fun l => p n chi s l * u l)) s k /\ partial1 (fun s => rsum n (fun l => p n chi s l * u l)) s k = chi k * (u k - rsum n (fun l => chi l * u l) / rsum n (fun l => chi l)).
End A9h.

Module A9q.
Definition statement : Prop :=
  forall (n : nat) (lambda : R) (R1 : nat -> nat -> R) (chi : nat -> R) (kappa : nat -> nat -> R) (mu : nat -> R) (p : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> p j = mu j + s j - lambda) ->
  rsum n (fun r => p r) = 1 ->
  (forall j : nat, (j < n)%nat -> chi j * mu j = 0) ->
  (forall j : nat, (j < n)%nat -> chi j * p j = p j) ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> R1 l j - R1 j l = s l - s j) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> kappa l j ^ 2 = kappa l j) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> R1 l j * kappa l j = R1 l j) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> R1 j l * kappa l j = 0) ->
  (forall j : nat, (j < n)%nat -> 0 <= p j) ->
  (forall j : nat, (j < n)%nat -> 0 <= mu j) ->
  forall j : nat, (j < n)%nat -> p j <= (1 - rsum n (fun r => R1 r j)) * chi j.
End A9q.

Module A9r.
Definition statement : Prop :=
  forall (n : nat) (chi : nat -> R) (psi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < rsum n (fun l => chi l) ->
  0 < rsum n (fun l => psi l) ->
  (forall j : nat, (j < n)%nat -> (s j - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * psi j = (s j - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * chi j) ->
  forall j : nat, (j < n)%nat -> (s j - (rsum n (fun l => psi l * s l) - 1) / rsum n (fun l => psi l)) * psi j = (s j - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * chi j.
End A9r.

Module A9s.
Definition p (n : nat) (chi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  (s j1 - (rsum n (fun l => chi l * s l) - 1) / rsum n (fun l => chi l)) * chi j1.
Definition statement : Prop :=
  forall (n : nat) (chi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < rsum n (fun l => chi l) ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall l : nat, (l < n)%nat -> smooth1 (fun s => p n chi s l) s l) /\ rsum n (fun l => partial1 (fun s => p n chi s l) s l) = rsum n (fun l => chi l) - 1.
End A9s.

Module A9i.
Definition statement : Prop :=
  forall (beta : R) (x : R) (y : R),
  0 < beta ->
  0 < x ->
  0 < y ->
  beta * (y * ln y + x - y * ln x - y) * Rpower x beta <= Rpower y (beta + 1) + beta * Rpower x (beta + 1) - y * (beta + 1) * Rpower x beta.
End A9i.

Module A9j.
Definition J_p (n : nat) (beta : R) (chi : nat -> R) (s : nat -> R) (x : nat -> R) : R :=
  rsum n (fun l => chi l * Rpower (x l) (beta + 1)) / ((beta + 1) * beta) - rsum n (fun l => chi l * s l * x l) - 1 / ((beta + 1) * beta).
Definition J_q (n : nat) (beta : R) (psi : nat -> R) (s : nat -> R) (y : nat -> R) : R :=
  rsum n (fun l => psi l * Rpower (y l) (beta + 1)) / ((beta + 1) * beta) - rsum n (fun l => psi l * s l * y l) - 1 / ((beta + 1) * beta).
Definition R1 (n : nat) (beta : R) (chi : nat -> R) (psi : nat -> R) (x : nat -> R) (y : nat -> R) : R :=
  rsum n (fun l => (1 - psi l) * chi l * Rpower (x l) (beta + 1) / (beta + 1) + (ln (y l) * y l + x l - y l - ln (x l) * y l) * chi l * psi l * Rpower (x l) beta / (beta + 1) + (1 - chi l) * psi l * Rpower (y l) (beta + 1) / ((beta + 1) * beta)).
Definition statement : Prop :=
  forall (n : nat) (beta : R) (lambda : R) (chi : nat -> R) (mu : nat -> R) (psi : nat -> R) (s : nat -> R) (x : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < beta ->
  (forall j : nat, (j < n)%nat -> 0 < x j) ->
  (forall j : nat, (j < n)%nat -> 0 < y j) ->
  (forall j : nat, (j < n)%nat -> 0 <= mu j) ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> psi j ^ 2 = psi j) ->
  rsum n (fun l => chi l * x l) = 1 ->
  rsum n (fun l => psi l * y l) = 1 ->
  (forall j : nat, (j < n)%nat -> chi j * Rpower (x j) beta = beta * (mu j + s j - lambda)) ->
  (forall j : nat, (j < n)%nat -> chi j * mu j = 0) ->
  R1 n beta chi psi x y <= J_q n beta psi s y - J_p n beta chi s x.
End A9j.

Module A9k.
Definition R1 (n : nat) (beta : R) (chi : nat -> R) (psi : nat -> R) (x : nat -> R) (y : nat -> R) : R :=
  rsum n (fun l => (1 - psi l) * chi l * Rpower (x l) (beta + 1) / (beta + 1) + (ln (y l) * y l + x l - y l - ln (x l) * y l) * chi l * psi l * Rpower (x l) beta / (beta + 1) + (1 - chi l) * psi l * Rpower (y l) (beta + 1) / ((beta + 1) * beta)).
Definition statement : Prop :=
  forall (n : nat) (beta : R) (chi : nat -> R) (psi : nat -> R) (x : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 < beta ->
  (forall j : nat, (j < n)%nat -> 0 < x j) ->
  (forall j : nat, (j < n)%nat -> 0 < y j) ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> psi j ^ 2 = psi j) ->
  0 <= R1 n beta chi psi x y /\ (R1 n beta chi psi x y = 0 <-> (forall j : nat, (j < n)%nat -> psi j * y j = chi j * x j)).
End A9k.

Module A9l.
Definition statement : Prop :=
  forall (n : nat) (beta : R) (lambda : R) (chi : nat -> R) (mu : nat -> R) (s : nat -> R) (x : nat -> R) (z : nat -> R),
  (0 < n)%nat ->
  0 < beta ->
  (forall j : nat, (j < n)%nat -> 0 < x j) ->
  (forall j : nat, (j < n)%nat -> 0 < z j) ->
  (forall j : nat, (j < n)%nat -> chi j ^ 2 = chi j) ->
  (forall j : nat, (j < n)%nat -> chi j * Rpower (x j) beta = beta * (mu j + s j - lambda)) ->
  (forall j : nat, (j < n)%nat -> chi j * mu j = 0) ->
  (forall k : nat, (k < n)%nat -> Rpower (x k) beta = z k) ->
  forall k : nat, (k < n)%nat -> chi k * x k = chi k * Rpower (z k) (/ beta).
End A9l.

Module A9m.
Definition w (beta : R) (chi : nat -> R) (x : nat -> R) (j1 : nat) : R :=
  chi j1 * Rpower (x j1) (1 - beta).
Definition statement : Prop :=
  forall (n : nat) (beta : R) (lambda : R) (chi : nat -> R) (lambda' : nat -> R) (s : nat -> R) (x : nat -> R) (x' : nat -> nat -> R),
  (0 < n)%nat ->
  0 < beta ->
  (forall j : nat, (j < n)%nat -> 0 < x j) ->
  0 < rsum n (fun l => w beta chi x l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> lambda' k * partial0 (fun lambda => (Rpower (x j) beta - beta * (s j - lambda)) * chi j) lambda + partial1 (fun s => (Rpower (x j) beta - beta * (s j - lambda)) * chi j) s k + rsum n (fun l => x' l k * partial1 (fun x => (Rpower (x j) beta - beta * (s j - lambda)) * chi j) x l) = 0) ->
  (forall k : nat, (k < n)%nat -> rsum n (fun l => x' l k * partial1 (fun x => rsum n (fun r => chi r * x r)) x l) = 0) ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> chi j * x' j k = (delta j k - w beta chi x k / rsum n (fun l => w beta chi x l)) * w beta chi x j.
End A9m.

Module A9n.
Definition w (beta : R) (chi : nat -> R) (x : nat -> R) (j1 : nat) : R :=
  chi j1 * Rpower (x j1) (1 - beta).
Definition statement : Prop :=
  forall (n : nat) (beta : R) (lambda : R) (chi : nat -> R) (lambda' : nat -> R) (s : nat -> R) (u : nat -> R) (x : nat -> R) (x' : nat -> nat -> R),
  (0 < n)%nat ->
  0 < beta ->
  (forall j : nat, (j < n)%nat -> 0 < x j) ->
  0 < rsum n (fun l => w beta chi x l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> lambda' k * partial0 (fun lambda => (Rpower (x j) beta - beta * (s j - lambda)) * chi j) lambda + partial1 (fun s => (Rpower (x j) beta - beta * (s j - lambda)) * chi j) s k + rsum n (fun l => x' l k * partial1 (fun x => (Rpower (x j) beta - beta * (s j - lambda)) * chi j) x l) = 0) ->
  (forall k : nat, (k < n)%nat -> rsum n (fun l => x' l k * partial1 (fun x => rsum n (fun r => chi r * x r)) x l) = 0) ->
  forall k : nat, (k < n)%nat -> rsum n (fun l => chi l * u l * x' l k) = (u k - rsum n (fun l => u l * w beta chi x l) / rsum n (fun l => w beta chi x l)) * w beta chi x k.
End A9n.

Module A9o.
Definition m (n : nat) (chi : nat -> R) (s : nat -> R) : R :=
  rsum n (fun j => chi j * s j) / rsum n (fun j => chi j).
Definition v (n : nat) (chi : nat -> R) (s : nat -> R) : R :=
  rsum n (fun j => (s j - m n chi s) ^ 2 * chi j).
Definition statement : Prop :=
  forall (n : nat) (d : R) (lambda : R) (chi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < rsum n (fun j => chi j) ->
  0 < d ->
  0 < rsum n (fun j => chi j * s j) ^ 2 + 4 * rsum n (fun j => chi j) - rsum n (fun j => chi j) * rsum n (fun j => chi j * s j ^ 2) ->
  lambda = m n chi s - d ->
  rsum n (fun j => (s j / 2 - lambda / 2) ^ 2 * chi j) = 1 ->
  lambda = m n chi s - Rpower ((4 - v n chi s) * rsum n (fun j => chi j)) (1 / 2) / rsum n (fun j => chi j).
End A9o.

Module A9p.
Definition m (n : nat) (chi : nat -> R) (s : nat -> R) : R :=
  rsum n (fun j => chi j * s j) / rsum n (fun j => chi j).
Definition v (n : nat) (chi : nat -> R) (s : nat -> R) : R :=
  rsum n (fun j => (s j - m n chi s) ^ 2 * chi j).
Definition statement : Prop :=
  forall (n : nat) (d : R) (lambda : R) (chi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < rsum n (fun j => chi j) ->
  0 < d ->
  0 < rsum n (fun j => chi j * s j) ^ 2 + 4 * rsum n (fun j => chi j) - rsum n (fun j => chi j) * rsum n (fun j => chi j * s j ^ 2) ->
  lambda = m n chi s - d ->
  rsum n (fun j => (s j / 2 - lambda / 2) ^ 2 * chi j) = 1 ->
  forall k : nat, (k < n)%nat -> (s k / 2 - lambda / 2) ^ 2 * chi k = (s k / 2 + Rpower ((4 - v n chi s) * rsum n (fun j => chi j)) (1 / 2) / (2 * rsum n (fun j => chi j)) - m n chi s / 2) ^ 2 * chi k.
End A9p.

Module A10a.
Definition p (n : nat) (tau : R) (pi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) * pi j1 / rsum n (fun r => exp (s r / tau) * pi r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (w : R) (D1 : nat -> nat -> R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun r => exp (s r / tau) * pi r) ->
  rsum n (fun r => pi r) = 1 ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= D1 j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> tau * w = s l + D1 j l - s j) ->
  forall j : nat, (j < n)%nat -> exp (- w) * pi j <= p n tau pi s j.
End A10a.

Module A10b.
Definition p (n : nat) (tau : R) (pi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) * pi j1 / rsum n (fun r => exp (s r / tau) * pi r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (w : R) (D1 : nat -> nat -> R) (pi : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun r => exp (s r / tau) * pi r) ->
  rsum n (fun r => pi r) = 1 ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= D1 j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> tau * w = s l + D1 j l - s j) ->
  forall j : nat, (j < n)%nat -> p n tau pi s j <= exp w * pi j.
End A10b.

Module A10c.
Definition p (n : nat) (tau : R) (pi : nat -> R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) * pi j1 / rsum n (fun r => exp (s r / tau) * pi r).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (M : nat -> R) (pi : nat -> R) (s : nat -> R) (y : nat -> nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= pi j) ->
  0 < rsum n (fun r => exp (s r / tau) * pi r) ->
  rsum n (fun r => pi r) = 1 ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= y j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> (1 - delta j l) * (s j - s l) = (1 - delta j l) * (y j l + tau * M j)) ->
  forall j : nat, (j < n)%nat -> (1 - p n tau pi s j) * pi j <= (1 - pi j) * exp (- M j).
End A10c.

Module A10d.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun r => exp (s r / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (M : nat -> R) (s : nat -> R) (y : nat -> nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= y j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> (1 - delta j l) * (s j - s l) = (1 - delta j l) * (y j l + tau * M j)) ->
  forall j : nat, (j < n)%nat -> 1 - p n tau s j <= exp (- M j) * (INR n - 1).
End A10d.
