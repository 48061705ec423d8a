(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import AttnproofBase.
Open Scope R_scope.

Module E1a.
Definition z' (mu' mu_1 mu_2 z_1 z_2 : R) : R :=
  z_1 * exp (mu_1 - mu') + z_2 * exp (mu_2 - mu').
Definition z'' (mu'' mu_2 mu_3 z_2 z_3 : R) : R :=
  z_2 * exp (mu_2 - mu'') + z_3 * exp (mu_3 - mu'').
Definition statement : Prop :=
  forall (mu : R) (mu' : R) (mu'' : R) (mu_1 : R) (mu_2 : R) (mu_3 : R) (z_1 : R) (z_2 : R) (z_3 : R),
  exp (mu' - mu) * z' mu' mu_1 mu_2 z_1 z_2 + z_3 * exp (mu_3 - mu) = exp (mu'' - mu) * z'' mu'' mu_2 mu_3 z_2 z_3 + z_1 * exp (mu_1 - mu).
End E1a.

Module E1b.
Definition statement : Prop :=
  forall (mu_1 : R) (mu_2 : R) (z_1 : R) (z_2 : R),
  z_2 = 0 ->
  z_2 * exp (mu_2 - mu_1) + z_1 = z_1.
End E1b.

Module E1c.
Definition z (n : nat) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (b1 : nat) : R :=
  rsum n (fun l => M b1 l * exp (s l / tau - mu1 b1)).
Definition statement : Prop :=
  forall (B : nat) (n : nat) (mu : R) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R),
  (0 < B)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  rsum B (fun h => exp (mu1 h - mu) * z n tau M mu1 s h) = rsum n (fun l => exp (s l / tau - mu)).
End E1c.

Module E1d.
Definition n1 (n : nat) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (v : nat -> nat -> R) (b1 c1 : nat) : R :=
  rsum n (fun l => M b1 l * exp (s l / tau - mu1 b1) * v l c1).
Definition statement : Prop :=
  forall (B : nat) (e : nat) (n : nat) (mu : R) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (v : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  forall c : nat, (c < e)%nat -> rsum B (fun h => exp (mu1 h - mu) * n1 n tau M mu1 s v h c) = rsum n (fun l => exp (s l / tau - mu) * v l c).
End E1d.

Module E1e.
Definition n1 (n : nat) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (v : nat -> nat -> R) (b1 c1 : nat) : R :=
  rsum n (fun l => M b1 l * exp (s l / tau - mu1 b1) * v l c1).
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (B : nat) (e : nat) (n : nat) (mu : R) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (v : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  forall c : nat, (c < e)%nat -> rsum B (fun h => exp (mu1 h - mu) * n1 n tau M mu1 s v h c) / rsum n (fun l => exp (s l / tau - mu)) = rsum n (fun l => p n tau s l * v l c).
End E1e.

Module E1f.
Definition statement : Prop :=
  forall (mu : R) (mu_1 : R) (mu_2 : R) (z_1 : R) (z_2 : R),
  exp (- mu) * (z_1 * exp mu_1 + z_2 * exp mu_2) = z_1 * exp (mu_1 - mu) + z_2 * exp (mu_2 - mu).
End E1f.

Module E1g.
Definition statement : Prop :=
  forall (n : nat) (mu : R) (mu_1 : R) (mu_2 : R) (tau : R) (M : nat -> R) (M' : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun j => (M j + M' j) * exp (s j / tau - mu)) = exp (mu_1 - mu) * rsum n (fun j => M j * exp (s j / tau - mu_1)) + exp (mu_2 - mu) * rsum n (fun j => M' j * exp (s j / tau - mu_2)).
End E1g.

Module E1h.
Definition statement : Prop :=
  forall (chi_1 : R) (chi_2 : R) (chi_3 : R),
  chi_1 + chi_2 + chi_3 - chi_3 * (chi_1 + chi_2 - chi_1 * chi_2) - chi_1 * chi_2 = chi_1 + chi_2 + chi_3 - chi_1 * (chi_2 + chi_3 - chi_2 * chi_3) - chi_2 * chi_3.
End E1h.

Module E1i.
Definition statement : Prop :=
  forall (alpha_1 : R) (alpha_2 : R) (beta' : R) (beta_3 : R) (chi_1 : R) (chi_2 : R) (chi_3 : R) (mu : R) (mu' : R) (mu'' : R) (mu_1 : R) (mu_2 : R) (mu_3 : R) (nu : R),
  0 <= alpha_1 ->
  0 <= alpha_2 ->
  0 <= beta' ->
  0 <= beta_3 ->
  alpha_1 + alpha_2 = chi_1 + chi_2 - chi_1 * chi_2 ->
  alpha_1 * chi_1 = alpha_1 ->
  alpha_2 * chi_2 = alpha_2 ->
  alpha_1 * (mu' - mu_1) = 0 ->
  alpha_2 * (mu' - mu_2) = 0 ->
  beta' + beta_3 = chi_1 + chi_2 + chi_3 - chi_3 * (chi_1 + chi_2 - chi_1 * chi_2) - chi_1 * chi_2 ->
  beta' * (chi_1 + chi_2 - chi_1 * chi_2) = beta' ->
  beta_3 * chi_3 = beta_3 ->
  beta' * (mu - mu') = 0 ->
  beta_3 * (mu - mu_3) = 0 ->
  0 <= chi_2 * (mu'' - mu_2) ->
  0 <= chi_3 * (mu'' - mu_3) ->
  0 <= chi_1 * (nu - mu_1) ->
  0 <= (chi_2 + chi_3 - chi_2 * chi_3) * (nu - mu'') ->
  0 <= (chi_1 + chi_2 + chi_3 - chi_3 * (chi_1 + chi_2 - chi_1 * chi_2) - chi_1 * chi_2) * (nu - mu).
End E1i.

Module E1j.
Definition statement : Prop :=
  forall (alpha_1 : R) (alpha_2 : R) (beta' : R) (beta_3 : R) (chi_1 : R) (chi_2 : R) (chi_3 : R) (mu : R) (mu' : R) (mu'' : R) (mu_1 : R) (mu_2 : R) (mu_3 : R) (nu : R),
  0 <= alpha_1 ->
  0 <= alpha_2 ->
  0 <= beta' ->
  0 <= beta_3 ->
  alpha_1 + alpha_2 = chi_2 + chi_3 - chi_2 * chi_3 ->
  alpha_1 * chi_3 = alpha_1 ->
  alpha_2 * chi_2 = alpha_2 ->
  alpha_1 * (mu'' - mu_3) = 0 ->
  alpha_2 * (mu'' - mu_2) = 0 ->
  beta' + beta_3 = chi_1 + chi_2 + chi_3 - chi_1 * (chi_2 + chi_3 - chi_2 * chi_3) - chi_2 * chi_3 ->
  beta' * (chi_2 + chi_3 - chi_2 * chi_3) = beta' ->
  beta_3 * chi_1 = beta_3 ->
  beta' * (mu - mu'') = 0 ->
  beta_3 * (mu - mu_1) = 0 ->
  0 <= chi_2 * (mu' - mu_2) ->
  0 <= chi_1 * (mu' - mu_1) ->
  0 <= chi_3 * (nu - mu_3) ->
  0 <= (chi_1 + chi_2 - chi_1 * chi_2) * (nu - mu') ->
  0 <= (chi_1 + chi_2 + chi_3 - chi_1 * (chi_2 + chi_3 - chi_2 * chi_3) - chi_2 * chi_3) * (nu - mu).
End E1j.

Module E1k.
Definition statement : Prop :=
  forall (alpha_1 : R) (alpha_2 : R) (chi_1 : R) (chi_2 : R) (mu : R) (mu_1 : R) (mu_2 : R),
  alpha_1 + alpha_2 = chi_1 + chi_2 - chi_1 * chi_2 ->
  alpha_1 * chi_1 = alpha_1 ->
  alpha_2 * chi_2 = alpha_2 ->
  alpha_1 * (mu - mu_1) = 0 ->
  alpha_2 * (mu - mu_2) = 0 ->
  chi_2 = 0 ->
  chi_1 * (mu - mu_1) = 0.
End E1k.

Module E1l.
Definition statement : Prop :=
  forall (alpha_1 : R) (alpha_2 : R) (chi_1 : R) (chi_2 : R) (mu : R) (mu_1 : R) (mu_2 : R) (z_1 : R) (z_2 : R),
  alpha_1 + alpha_2 = chi_1 + chi_2 - chi_1 * chi_2 ->
  alpha_1 * chi_1 = alpha_1 ->
  alpha_2 * chi_2 = alpha_2 ->
  alpha_1 * (mu - mu_1) = 0 ->
  alpha_2 * (mu - mu_2) = 0 ->
  chi_1 = 1 ->
  chi_2 = 0 ->
  chi_2 * z_2 = z_2 ->
  z_1 * exp (mu_1 - mu) + z_2 * exp (mu_2 - mu) = z_1.
End E1l.

Module E1m.
Definition statement : Prop :=
  forall (alpha_1 : R) (alpha_2 : R) (chi_1 : R) (chi_2 : R) (mu : R) (mu_1 : R) (mu_2 : R) (z_1 : R) (z_2 : R),
  alpha_1 + alpha_2 = chi_1 + chi_2 - chi_1 * chi_2 ->
  alpha_1 * chi_1 = alpha_1 ->
  alpha_2 * chi_2 = alpha_2 ->
  alpha_1 * (mu - mu_1) = 0 ->
  alpha_2 * (mu - mu_2) = 0 ->
  chi_2 = 1 ->
  chi_1 = 0 ->
  chi_1 * z_1 = z_1 ->
  z_1 * exp (mu_1 - mu) + z_2 * exp (mu_2 - mu) = z_2.
End E1m.

Module E1n.
Definition statement : Prop :=
  forall (chi_1 : R) (chi_2 : R),
  chi_1 = 0 ->
  chi_2 = 0 ->
  chi_1 + chi_2 - chi_1 * chi_2 = 0.
End E1n.

Module E1o.
Definition statement : Prop :=
  forall (chi_1 : R) (chi_2 : R) (mu : R) (mu_1 : R) (mu_2 : R) (z_1 : R) (z_2 : R),
  chi_1 = 0 ->
  chi_2 = 0 ->
  chi_1 * z_1 = z_1 ->
  chi_2 * z_2 = z_2 ->
  z_1 * exp (mu_1 - mu) + z_2 * exp (mu_2 - mu) = 0.
End E1o.

Module E1p.
Definition statement : Prop :=
  forall (B : nat) (n : nat) (mu : R) (tau : R) (M : nat -> nat -> R) (chi : nat -> R) (mu1 : nat -> R) (s : nat -> R),
  (0 < B)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall b j : nat, (b < B)%nat -> (j < n)%nat -> 0 <= M b j) ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  (forall b j : nat, (b < B)%nat -> (j < n)%nat -> M b j * chi b = M b j) ->
  (forall b j : nat, (b < B)%nat -> (j < n)%nat -> 0 <= M b j * (mu1 b - s j / tau)) ->
  (forall b : nat, (b < B)%nat -> 0 <= chi b * (mu - mu1 b)) ->
  forall j : nat, (j < n)%nat -> s j / tau <= mu.
End E1p.

Module E1q.
Definition statement : Prop :=
  forall (B : nat) (n : nat) (mu : R) (nu : R) (tau : R) (alpha : nat -> nat -> R) (beta : nat -> R) (chi : nat -> R) (mu1 : nat -> R) (s : nat -> R),
  (0 < B)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall b j : nat, (b < B)%nat -> (j < n)%nat -> 0 <= alpha b j) ->
  (forall b : nat, (b < B)%nat -> 0 <= beta b) ->
  (forall j : nat, (j < n)%nat -> 0 <= nu - s j / tau) ->
  (forall b : nat, (b < B)%nat -> rsum n (fun l => alpha b l) = chi b) ->
  (forall b j : nat, (b < B)%nat -> (j < n)%nat -> alpha b j * (mu1 b - s j / tau) = 0) ->
  rsum B (fun h => beta h) = 1 ->
  (forall b : nat, (b < B)%nat -> beta b * chi b = beta b) ->
  (forall b : nat, (b < B)%nat -> beta b * (mu - mu1 b) = 0) ->
  mu <= nu.
End E1q.

Module E2a.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun a => K j1 a * Q i1 a).
Definition P (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (S1 d B K Q i1 j1 / tau) / rsum n (fun l => exp (S1 d B K Q i1 l / tau)).
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> P d n tau B K Q i j = exp (S1 d B K Q i j / tau - ell d n tau B K Q i).
End E2a.

Module E2b.
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
End E2b.

Module E2c.
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
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (H i + U e G V i j - rsum n (fun l => P d n tau B K Q i l * U e G V i l)) * P d n tau B K Q i j / tau = (H i + U e G V i j - D1 d e n tau B G K Q V i) * exp (S1 d B K Q i j / tau - ell d n tau B K Q i) / tau.
End E2c.

Module E3a.
Definition statement : Prop :=
  forall (G : nat) (mu : R) (mu' : R) (R1 : nat -> R) (Z : nat -> R) (nu : nat -> R),
  (0 < G)%nat ->
  forall g' : nat, (g' < G)%nat -> rsum G (fun g => (delta g g' + R1 g) * Z g * exp (nu g - mu)) = Z g' * exp (nu g' - mu) + exp (mu' - mu) * rsum G (fun g => R1 g * Z g * exp (nu g - mu')).
End E3a.

Module E3b.
Definition z (n : nat) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (b1 : nat) : R :=
  rsum n (fun l => M b1 l * exp (s l / tau - mu1 b1)).
Definition Z (B n : nat) (tau : R) (H : nat -> nat -> R) (M : nat -> nat -> R) (mu1 : nat -> R) (nu : nat -> R) (s : nat -> R) (g1 : nat) : R :=
  rsum B (fun h => H g1 h * exp (mu1 h - nu g1) * z n tau M mu1 s h).
Definition statement : Prop :=
  forall (B : nat) (G : nat) (n : nat) (mu : R) (tau : R) (H : nat -> nat -> R) (M : nat -> nat -> R) (mu1 : nat -> R) (nu : nat -> R) (s : nat -> R),
  (0 < B)%nat ->
  (0 < G)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  (forall b : nat, (b < B)%nat -> rsum G (fun g' => H g' b) = 1) ->
  rsum G (fun g' => Z B n tau H M mu1 nu s g' * exp (nu g' - mu)) = rsum n (fun l => exp (s l / tau - mu)).
End E3b.

Module E3c.
Definition n1 (n : nat) (tau : R) (M : nat -> nat -> R) (mu1 : nat -> R) (s : nat -> R) (v : nat -> nat -> R) (b1 c1 : nat) : R :=
  rsum n (fun l => M b1 l * exp (s l / tau - mu1 b1) * v l c1).
Definition A (B n : nat) (tau : R) (H : nat -> nat -> R) (M : nat -> nat -> R) (mu1 : nat -> R) (nu : nat -> R) (s : nat -> R) (v : nat -> nat -> R) (g1 c1 : nat) : R :=
  rsum B (fun h => H g1 h * exp (mu1 h - nu g1) * n1 n tau M mu1 s v h c1).
Definition statement : Prop :=
  forall (B : nat) (G : nat) (e : nat) (n : nat) (mu : R) (tau : R) (H : nat -> nat -> R) (M : nat -> nat -> R) (mu1 : nat -> R) (nu : nat -> R) (s : nat -> R) (v : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < G)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  (forall b : nat, (b < B)%nat -> rsum G (fun g' => H g' b) = 1) ->
  forall c : nat, (c < e)%nat -> rsum G (fun g' => A B n tau H M mu1 nu s v g' c * exp (nu g' - mu)) = rsum n (fun l => exp (s l / tau - mu) * v l c).
End E3c.

Module E3d.
Definition statement : Prop :=
  forall (B : nat) (n : nat) (Z : R) (tau : R) (M : nat -> nat -> R) (ell : nat -> R) (s : nat -> R),
  (0 < B)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  Z = rsum n (fun l => exp (s l / tau)) ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  (forall b : nat, (b < B)%nat -> exp (ell b) = rsum n (fun l => M b l * exp (s l / tau))) ->
  Z = rsum B (fun h => exp (ell h)).
End E3d.

Module E3e.
Definition statement : Prop :=
  forall (B : nat) (n : nat) (Z : R) (tau : R) (M : nat -> nat -> R) (ell : nat -> R) (s : nat -> R),
  (0 < B)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < Z ->
  Z = rsum n (fun l => exp (s l / tau)) ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  (forall b : nat, (b < B)%nat -> exp (ell b) = rsum n (fun l => M b l * exp (s l / tau))) ->
  ln Z = ln (rsum B (fun h => exp (ell h))).
End E3e.

Module E3f.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition ell1 (B : nat) (ell : nat -> R) : R :=
  ln (rsum B (fun h => exp (ell h))).
Definition statement : Prop :=
  forall (B : nat) (e : nat) (n : nat) (Z : R) (tau : R) (M : nat -> nat -> R) (ell : nat -> R) (o : nat -> nat -> R) (s : nat -> R) (v : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < Z ->
  Z = rsum n (fun l => exp (s l / tau)) ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  (forall b : nat, (b < B)%nat -> exp (ell b) = rsum n (fun l => M b l * exp (s l / tau))) ->
  (forall b c : nat, (b < B)%nat -> (c < e)%nat -> exp (ell b) * o b c = rsum n (fun l => M b l * exp (s l / tau) * v l c)) ->
  forall c : nat, (c < e)%nat -> rsum n (fun l => p n tau s l * v l c) = rsum B (fun h => exp (ell h - ell1 B ell) * o h c).
End E3f.

Module E3g.
Definition ell' (ell_1 ell_2 : R) : R :=
  ln (exp ell_1 + exp ell_2).
Definition ell'' (ell_2 ell_3 : R) : R :=
  ln (exp ell_2 + exp ell_3).
Definition statement : Prop :=
  forall (ell_1 : R) (ell_2 : R) (ell_3 : R),
  ln (exp ell_3 + exp (ell' ell_1 ell_2)) = ln (exp ell_1 + exp (ell'' ell_2 ell_3)).
End E3g.

Module E3h.
Definition ell' (ell_1 ell_2 : R) : R :=
  ln (exp ell_1 + exp ell_2).
Definition o' (ell_1 ell_2 o_1 o_2 : R) : R :=
  o_1 * exp (ell_1 - ell' ell_1 ell_2) + o_2 * exp (ell_2 - ell' ell_1 ell_2).
Definition ell'' (ell_2 ell_3 : R) : R :=
  ln (exp ell_2 + exp ell_3).
Definition o'' (ell_2 ell_3 o_2 o_3 : R) : R :=
  o_2 * exp (ell_2 - ell'' ell_2 ell_3) + o_3 * exp (ell_3 - ell'' ell_2 ell_3).
Definition statement : Prop :=
  forall (ell_1 : R) (ell_2 : R) (ell_3 : R) (o_1 : R) (o_2 : R) (o_3 : R) (x : R),
  exp (ell' ell_1 ell_2 - x) * o' ell_1 ell_2 o_1 o_2 + o_3 * exp (ell_3 - x) = exp (ell'' ell_2 ell_3 - x) * o'' ell_2 ell_3 o_2 o_3 + o_1 * exp (ell_1 - x).
End E3h.
