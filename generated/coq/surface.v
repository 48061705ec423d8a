(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import AttnproofBase.
Open Scope R_scope.

Module D1.
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition q_sq (d : nat) (q : nat -> R) : R :=
  rsum d (fun a => q a ^ 2).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  forall j : nat, (j < n)%nat -> q_k_sq d k q j = k_sq d k j + q_sq d q - 2 * s d k q j.
End D1.

Module D2a.
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition q_sq (d : nat) (q : nat -> R) : R :=
  rsum d (fun a => q a ^ 2).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall j : nat, (j < n)%nat -> p d n tau k q j = exp (- (q_k_sq d k q j / (2 * tau))) * exp (k_sq d k j / (2 * tau)) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
End D2a.

Module D2b.
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (rho : R) (tau : R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> k_sq d k j = rho) ->
  forall j : nat, (j < n)%nat -> p d n tau k q j = exp (- (q_k_sq d k q j / (2 * tau))) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau)))).
End D2b.

Module D2c.
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition w (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (- (q_k_sq d k q j1 / (2 * tau))) * exp (k_sq d k j1 / (2 * tau)) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (v : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall c : nat, (c < e)%nat -> rsum n (fun l => p d n tau k q l * v l c) = rsum n (fun l => v l c * w d n tau k q l).
End D2c.

Module D2d.
Definition K_sq (d : nat) (K : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => K j1 b ^ 2).
Definition Q_K_sq (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => (Q i1 b - K j1 b) ^ 2).
Definition T (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  K_sq d K j1 / 2 - Q_K_sq d K Q i1 j1 / 2.
Definition W (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (T d K Q i1 j1 / tau) / rsum n (fun l => exp (T d K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => V l c1 * W d n tau K Q i1 l).
Definition D1 (d e n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dT (d e n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  (U e G V i1 j1 - D1 d e n tau G K Q V i1) * W d n tau K Q i1 j1 / tau.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) Q i a /\ partial2 (fun Q => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) Q i a = rsum n (fun l => K l a * dT d e n tau G K Q V i l).
End D2d.

Module D2e.
Definition K_sq (d : nat) (K : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => K j1 b ^ 2).
Definition Q_K_sq (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => (Q i1 b - K j1 b) ^ 2).
Definition T (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  K_sq d K j1 / 2 - Q_K_sq d K Q i1 j1 / 2.
Definition W (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (T d K Q i1 j1 / tau) / rsum n (fun l => exp (T d K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => V l c1 * W d n tau K Q i1 l).
Definition D1 (d e n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dT (d e n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  (U e G V i1 j1 - D1 d e n tau G K Q V i1) * W d n tau K Q i1 j1 / tau.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> smooth2 (fun K => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) K j a /\ partial2 (fun K => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) K j a = rsum m (fun h => Q h a * dT d e n tau G K Q V h j).
End D2e.

Module D2f.
Definition K_sq (d : nat) (K : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => K j1 a ^ 2).
Definition Q_K_sq (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => (Q i1 a - K j1 a) ^ 2).
Definition T (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  K_sq d K j1 / 2 - Q_K_sq d K Q i1 j1 / 2.
Definition W (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (T d K Q i1 j1 / tau) / rsum n (fun l => exp (T d K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => V l c1 * W d n tau K Q i1 l).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> smooth2 (fun V => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) V j c /\ partial2 (fun V => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) V j c = rsum m (fun h => G h c * W d n tau K Q h j).
End D2f.

Module D2g.
Definition K_sq (d : nat) (K : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => K j1 a ^ 2).
Definition Q_K_sq (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => (Q i1 a - K j1 a) ^ 2).
Definition T (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  K_sq d K j1 / 2 - Q_K_sq d K Q i1 j1 / 2.
Definition W (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  exp (T d K Q i1 j1 / tau) / rsum n (fun l => exp (T d K Q i1 l / tau)).
Definition O1 (d n : nat) (tau : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => V l c1 * W d n tau K Q i1 l).
Definition D1 (d e n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 d n tau K Q V i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dT (d e n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  (U e G V i1 j1 - D1 d e n tau G K Q V i1) * W d n tau K Q i1 j1 / tau.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (G : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  smooth0 (fun tau => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) tau /\ partial0 (fun tau => rsum m (fun h => rsum e (fun g => G h g * O1 d n tau K Q V h g))) tau = - (rsum m (fun h => rsum n (fun l => T d K Q h l * dT d e n tau G K Q V h l)) / tau).
End D2g.

Module D3a.
Definition mean_z (d : nat) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => z j1 b) / INR d.
Definition y (d : nat) (epsilon : R) (sigma_sq : nat -> R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  (z j1 a1 - mean_z d z j1) / Rpower (sigma_sq j1 + epsilon) (1 / 2).
Definition y_sq (d : nat) (epsilon : R) (sigma_sq : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => y d epsilon sigma_sq z j1 b ^ 2).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (epsilon : R) (sigma_sq : nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < epsilon ->
  (forall j : nat, (j < n)%nat -> 0 <= sigma_sq j) ->
  (forall j : nat, (j < n)%nat -> rsum d (fun b => (z j b - mean_z d z j) ^ 2) / INR d = sigma_sq j) ->
  forall j : nat, (j < n)%nat -> y_sq d epsilon sigma_sq z j = INR d - INR d * epsilon / (sigma_sq j + epsilon).
End D3a.

Module D3b.
Definition m (d : nat) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => z j1 b ^ 2) / INR d.
Definition y (d : nat) (epsilon : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  z j1 a1 / Rpower (m d z j1 + epsilon) (1 / 2).
Definition y_sq (d : nat) (epsilon : R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => y d epsilon z j1 b ^ 2).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (epsilon : R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < epsilon ->
  forall j : nat, (j < n)%nat -> y_sq d epsilon z j = INR d - INR d * epsilon / (m d z j + epsilon).
End D3b.

Module D3c.
Definition statement : Prop :=
  forall (d : nat) (epsilon : R) (v_0 : R) (x : R),
  (0 < d)%nat ->
  0 < epsilon ->
  0 <= v_0 ->
  0 <= x ->
  INR d * epsilon / (epsilon + v_0 + x) <= INR d * epsilon / (epsilon + v_0).
End D3c.

Module D3d.
Definition statement : Prop :=
  forall (x : R),
  0 <= x ->
  1 <= exp x.
End D3d.

Module D3e.
Definition statement : Prop :=
  forall (n : nat) (delta1 : R) (g : nat -> R) (h : nat -> R),
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> h j = delta1 - g j) ->
  forall j : nat, (j < n)%nat -> exp (delta1 - g j) = exp (h j).
End D3e.

Module D3f.
Definition w (n : nat) (tau : R) (t : nat -> R) (j1 : nat) : R :=
  exp (t j1 / (2 * tau)) / rsum n (fun l => exp (t l / (2 * tau))).
Definition p (n : nat) (tau : R) (g : nat -> R) (t : nat -> R) (j1 : nat) : R :=
  exp (t j1 / (2 * tau) - g j1) / rsum n (fun l => exp (t l / (2 * tau) - g l)).
Definition statement : Prop :=
  forall (n : nat) (delta1 : R) (tau : R) (g : nat -> R) (h : nat -> R) (t : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= g j) ->
  (forall j : nat, (j < n)%nat -> 0 <= h j) ->
  (forall j : nat, (j < n)%nat -> h j = delta1 - g j) ->
  forall j : nat, (j < n)%nat -> p n tau g t j <= exp delta1 * w n tau t j.
End D3f.

Module D3g.
Definition p (n : nat) (tau : R) (g : nat -> R) (t : nat -> R) (j1 : nat) : R :=
  exp (t j1 / (2 * tau) - g j1) / rsum n (fun l => exp (t l / (2 * tau) - g l)).
Definition w (n : nat) (tau : R) (t : nat -> R) (j1 : nat) : R :=
  exp (t j1 / (2 * tau)) / rsum n (fun l => exp (t l / (2 * tau))).
Definition statement : Prop :=
  forall (n : nat) (delta1 : R) (tau : R) (g : nat -> R) (h : nat -> R) (t : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= g j) ->
  (forall j : nat, (j < n)%nat -> 0 <= h j) ->
  (forall j : nat, (j < n)%nat -> h j = delta1 - g j) ->
  forall j : nat, (j < n)%nat -> exp (- delta1) * w n tau t j <= p n tau g t j.
End D3g.

Module D3h.
Definition statement : Prop :=
  forall (n : nat) (N : R) (tau : R) (b : nat -> R) (g : nat -> R) (t : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> b j = N - 2 * tau * g j) ->
  forall j : nat, (j < n)%nat -> exp ((b j + t j) / (2 * tau)) / rsum n (fun l => exp ((b l + t l) / (2 * tau))) = exp (t j / (2 * tau) - g j) / rsum n (fun l => exp (t l / (2 * tau) - g l)).
End D3h.

Module D3i.
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition omega (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (- (q_k_sq d k q j1 / (2 * tau))) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau)))).
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (N : R) (delta1 : R) (tau : R) (g : nat -> R) (h : nat -> R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= g j) ->
  (forall j : nat, (j < n)%nat -> 0 <= h j) ->
  (forall j : nat, (j < n)%nat -> h j = delta1 - g j) ->
  (forall j : nat, (j < n)%nat -> k_sq d k j = N - 2 * tau * g j) ->
  forall j : nat, (j < n)%nat -> p d n tau k q j <= exp delta1 * omega d n tau k q j.
End D3i.

Module D3j.
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition omega (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (- (q_k_sq d k q j1 / (2 * tau))) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau)))).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (N : R) (delta1 : R) (tau : R) (g : nat -> R) (h : nat -> R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall j : nat, (j < n)%nat -> 0 <= g j) ->
  (forall j : nat, (j < n)%nat -> 0 <= h j) ->
  (forall j : nat, (j < n)%nat -> h j = delta1 - g j) ->
  (forall j : nat, (j < n)%nat -> k_sq d k j = N - 2 * tau * g j) ->
  forall j : nat, (j < n)%nat -> exp (- delta1) * omega d n tau k q j <= p d n tau k q j.
End D3j.

Module D3k.
Definition m (d : nat) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => z j1 b ^ 2) / INR d.
Definition y (d : nat) (epsilon : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  z j1 a1 / Rpower (m d z j1 + epsilon) (1 / 2).
Definition q_y_sq (d : nat) (epsilon : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => (q b - y d epsilon z j1 b) ^ 2).
Definition omega (d n : nat) (epsilon tau : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  exp (- (q_y_sq d epsilon q z j1 / (2 * tau))) / rsum n (fun l => exp (- (q_y_sq d epsilon q z l / (2 * tau)))).
Definition s (d : nat) (epsilon : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => q b * y d epsilon z j1 b).
Definition p (d n : nat) (epsilon tau : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  exp (s d epsilon q z j1 / tau) / rsum n (fun l => exp (s d epsilon q z l / tau)).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (epsilon : R) (tau : R) (v_0 : R) (h : nat -> R) (q : nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < epsilon ->
  0 <= v_0 ->
  (forall j : nat, (j < n)%nat -> 0 <= h j) ->
  (forall j : nat, (j < n)%nat -> h j = INR d * epsilon / (2 * (epsilon + v_0) * tau) - INR d * epsilon / (2 * (m d z j + epsilon) * tau)) ->
  forall j : nat, (j < n)%nat -> p d n epsilon tau q z j <= exp (INR d * epsilon / (2 * (epsilon + v_0) * tau)) * omega d n epsilon tau q z j.
End D3k.

Module D3l.
Definition m (d : nat) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => z j1 b ^ 2) / INR d.
Definition y (d : nat) (epsilon : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  z j1 a1 / Rpower (m d z j1 + epsilon) (1 / 2).
Definition s (d : nat) (epsilon : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => q b * y d epsilon z j1 b).
Definition p (d n : nat) (epsilon tau : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  exp (s d epsilon q z j1 / tau) / rsum n (fun l => exp (s d epsilon q z l / tau)).
Definition q_y_sq (d : nat) (epsilon : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => (q b - y d epsilon z j1 b) ^ 2).
Definition omega (d n : nat) (epsilon tau : R) (q : nat -> R) (z : nat -> nat -> R) (j1 : nat) : R :=
  exp (- (q_y_sq d epsilon q z j1 / (2 * tau))) / rsum n (fun l => exp (- (q_y_sq d epsilon q z l / (2 * tau)))).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (epsilon : R) (tau : R) (v_0 : R) (h : nat -> R) (q : nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < epsilon ->
  0 <= v_0 ->
  (forall j : nat, (j < n)%nat -> 0 <= h j) ->
  (forall j : nat, (j < n)%nat -> h j = INR d * epsilon / (2 * (epsilon + v_0) * tau) - INR d * epsilon / (2 * (m d z j + epsilon) * tau)) ->
  forall j : nat, (j < n)%nat -> exp (- (INR d * epsilon / (2 * (epsilon + v_0) * tau))) * omega d n epsilon tau q z j <= p d n epsilon tau q z j.
End D3l.

Module D4a.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (e : nat) (n : nat) (tau : R) (s : nat -> R) (v : nat -> nat -> R) (y : nat -> R),
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall c : nat, (c < e)%nat -> partial1 (fun y => rsum n (fun l => p n tau s l * rsum e (fun g => (y g - v l g) ^ 2))) y c = 0) ->
  forall c : nat, (c < e)%nat -> y c = rsum n (fun l => p n tau s l * v l c).
End D4a.

Module D4b.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition o (n : nat) (tau : R) (s : nat -> R) (v : nat -> nat -> R) (c1 : nat) : R :=
  rsum n (fun l => p n tau s l * v l c1).
Definition statement : Prop :=
  forall (e : nat) (n : nat) (tau : R) (s : nat -> R) (v : nat -> nat -> R) (y : nat -> R),
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun l => p n tau s l * rsum e (fun g => (o n tau s v g - v l g) ^ 2)) <= rsum n (fun l => p n tau s l * rsum e (fun g => (y g - v l g) ^ 2)) /\ (rsum n (fun l => p n tau s l * rsum e (fun g => (y g - v l g) ^ 2)) = rsum n (fun l => p n tau s l * rsum e (fun g => (o n tau s v g - v l g) ^ 2)) <-> (forall c : nat, (c < e)%nat -> y c = o n tau s v c)).
End D4b.

Module D4c.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (f : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun l => p n tau s l * rsum n (fun r => f r * p n tau s r)) = rsum n (fun l => f l * p n tau s l).
End D4c.

Module D4d.
Definition p (n : nat) (tau : R) (s : nat -> R) (j1 : nat) : R :=
  exp (s j1 / tau) / rsum n (fun l => exp (s l / tau)).
Definition statement : Prop :=
  forall (n : nat) (tau : R) (f : nat -> R) (h : nat -> R) (s : nat -> R),
  (0 < n)%nat ->
  0 < tau ->
  rsum n (fun l => f l * p n tau s l * rsum n (fun r => h r * p n tau s r)) = rsum n (fun l => h l * p n tau s l * rsum n (fun r => f r * p n tau s r)).
End D4d.

Module D4e.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition Z (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 <= rsum n (fun r => rsum d (fun b => Z d n tau z r * z r b * (z r b - o d n tau z r b))) /\ (rsum n (fun r => rsum d (fun b => Z d n tau z r * z r b * (z r b - o d n tau z r b))) = 0 <-> (forall a j k : nat, (a < d)%nat -> (j < n)%nat -> (k < n)%nat -> z j a = z k a)).
End D4e.

Module D4f.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun t => exp (S1 d z j1 t / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun t => P d n tau z j1 t * z t a1).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> 0 <= rsum d (fun b => (o d n tau z j b - o d n tau z k b) * (z j b - z k b)) /\ (rsum d (fun b => (o d n tau z j b - o d n tau z k b) * (z j b - z k b)) = 0 <-> (forall r : nat, (r < n)%nat -> P d n tau z j r = P d n tau z k r)).
End D4f.

Module D4g.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun a => z j1 a * z l1 a).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> tau * (ln (P d n tau z j j) + ln (P d n tau z k k) - ln (P d n tau z j k) - ln (P d n tau z k j)) = rsum d (fun a => (z j a - z k a) ^ 2).
End D4g.

Module D4h.
Definition statement : Prop :=
  forall (x : R) (y : R),
  2 * (exp (y / 2) - exp (x / 2)) ^ 2 <= (exp y - exp x) * (y - x).
End D4h.

Module D4i.
Definition statement : Prop :=
  forall (n : nat) (g : R) (x : nat -> R) (y : nat -> R),
  (0 < n)%nat ->
  0 <= g ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> 2 * g * (x j + y k - x k - y j) - g ^ 2 <= (2 * exp (- x k) + 2 * exp (- y j)) * rsum n (fun l => (exp (x l) - exp (y l)) * (x l - y l)).
End D4i.

Module D4j.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition Z (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (u : nat -> nat -> R) (w : nat -> nat -> R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= u j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> u j k = rsum d (fun b => (z j b - z k b) ^ 2)) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 < w j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> w j k = 2 * tau * (1 / P d n tau z j k + 1 / P d n tau z k j)) ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> u j k ^ 2 <= w j k * rsum d (fun b => (y j b - y k b) * (z j b - z k b)).
End D4j.

Module D4k.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (u : nat -> nat -> R) (w : nat -> nat -> R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= u j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> u j k = rsum d (fun b => (z j b - z k b) ^ 2)) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 < w j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> w j k = 2 * tau * (1 / P d n tau z j k + 1 / P d n tau z k j)) ->
  forall j k : nat, (j < n)%nat -> (k < n)%nat -> u j k ^ 3 / w j k ^ 2 <= rsum d (fun b => (y j b - y k b) ^ 2).
End D4k.

Module D4l.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition S' (d : nat) (y : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => y j1 b * y l1 b).
Definition Z' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau)).
Definition y' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau) * y r a1) / Z' d n tau y j1.
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (u : nat -> nat -> R) (w : nat -> nat -> R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= u j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> u j k = rsum d (fun b => (z j b - z k b) ^ 2)) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 < w j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> w j k = 2 * tau * (1 / P d n tau z j k + 1 / P d n tau z k j)) ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y' d n tau y j a = y j a) ->
  rsum n (fun r => rsum n (fun t => exp (S' d y r t / tau) * u r t ^ 3 / w r t ^ 2)) <= 0.
End D4l.

Module D4m.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition S' (d : nat) (y : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => y j1 b * y l1 b).
Definition Z' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau)).
Definition y' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau) * y r a1) / Z' d n tau y j1.
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (u : nat -> nat -> R) (w : nat -> nat -> R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 <= u j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> u j k = rsum d (fun b => (z j b - z k b) ^ 2)) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> 0 < w j l) ->
  (forall j k : nat, (j < n)%nat -> (k < n)%nat -> w j k = 2 * tau * (1 / P d n tau z j k + 1 / P d n tau z k j)) ->
  rsum n (fun r => rsum n (fun t => exp (S' d y r t / tau) * u r t ^ 3 / w r t ^ 2)) <= 2 * rsum n (fun r => rsum d (fun b => Z' d n tau y r * y r b * (y r b - y' d n tau y r b))).
End D4m.

Module D4n.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition Z (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (kappa : R) (omega : R) (tau : R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < kappa ->
  0 < omega ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> S1 d z j l = kappa * delta j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> exp (S1 d z j l / tau) = omega * delta j l + 1) ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = (rsum n (fun r => z r a) + omega * z j a) / (omega + INR n).
End D4n.

Module D4o.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition S' (d : nat) (y : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => y j1 b * y l1 b).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (kappa : R) (omega : R) (tau : R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < kappa ->
  0 < omega ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> S1 d z j l = kappa * delta j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> exp (S1 d z j l / tau) = omega * delta j l + 1) ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  forall j l : nat, (j < n)%nat -> (l < n)%nat -> S' d y j l = kappa * (delta j l * omega ^ 2 + 2 * omega + INR n) / (omega + INR n) ^ 2.
End D4o.

Module D4p.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition S' (d : nat) (y : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => y j1 b * y l1 b).
Definition Z' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau)).
Definition y' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau) * y r a1) / Z' d n tau y j1.
Definition statement : Prop :=
  forall (d : nat) (n : nat) (kappa : R) (omega : R) (tau : R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < kappa ->
  0 < omega ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> S1 d z j l = kappa * delta j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> exp (S1 d z j l / tau) = omega * delta j l + 1) ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  rsum n (fun r => rsum d (fun b => Z' d n tau y r * y r b * (y r b - y' d n tau y r b))) = rsum n (fun r => rsum n (fun t => kappa * (1 - delta t r) * exp (S' d y r t / tau) * omega ^ 2 / (omega + INR n) ^ 2)).
End D4p.

Module D4q.
Definition S1 (d : nat) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => z j1 b * z l1 b).
Definition P (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 l1 : nat) : R :=
  exp (S1 d z j1 l1 / tau) / rsum n (fun r => exp (S1 d z j1 r / tau)).
Definition o (d n : nat) (tau : R) (z : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => P d n tau z j1 r * z r a1).
Definition S' (d : nat) (y : nat -> nat -> R) (j1 l1 : nat) : R :=
  rsum d (fun b => y j1 b * y l1 b).
Definition Z' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau)).
Definition y' (d n : nat) (tau : R) (y : nat -> nat -> R) (j1 a1 : nat) : R :=
  rsum n (fun r => exp (S' d y j1 r / tau) * y r a1) / Z' d n tau y j1.
Definition statement : Prop :=
  forall (d : nat) (n : nat) (kappa : R) (omega : R) (tau : R) (y : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  0 < kappa ->
  0 < omega ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> S1 d z j l = kappa * delta j l) ->
  (forall j l : nat, (j < n)%nat -> (l < n)%nat -> exp (S1 d z j l / tau) = omega * delta j l + 1) ->
  (forall a j : nat, (a < d)%nat -> (j < n)%nat -> y j a = o d n tau z j a) ->
  kappa * INR n * (INR n - 1) * omega ^ 2 / (omega + INR n) ^ 2 <= rsum n (fun r => rsum d (fun b => Z' d n tau y r * y r b * (y r b - y' d n tau y r b))).
End D4q.

Module D5a.
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b ^ 2).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => (q b - k j1 b) ^ 2).
Definition f_q (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) : R :=
  rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
Definition w (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (- (q_k_sq d k q j1 / (2 * tau))) * exp (k_sq d k j1 / (2 * tau)) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a : nat, (a < d)%nat -> smooth1 (fun q => ln (f_q d n tau k q)) q a /\ tau * partial1 (fun q => ln (f_q d n tau k q)) q a = rsum n (fun l => k l a * w d n tau k q l) - q a.
End D5a.

Module D5b.
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a ^ 2).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => (q a - k j1 a) ^ 2).
Definition f_q (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) : R :=
  rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
Definition q_sq (d : nat) (q : nat -> R) : R :=
  rsum d (fun a => q a ^ 2).
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun a => k j1 a * q a).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  ln (f_q d n tau k q) = ln (rsum n (fun l => exp (s d k q l / tau))) - q_sq d q / (2 * tau).
End D5b.

Module D5c.
Definition k_sq (d : nat) (k : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b ^ 2).
Definition q_k_sq (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => (q b - k j1 b) ^ 2).
Definition f_q (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) : R :=
  rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b * q b).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition w (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (- (q_k_sq d k q j1 / (2 * tau))) * exp (k_sq d k j1 / (2 * tau)) / rsum n (fun l => exp (- (q_k_sq d k q l / (2 * tau))) * exp (k_sq d k l / (2 * tau))).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a : nat, (a < d)%nat -> smooth1 (fun q => ln (f_q d n tau k q)) q a /\ partial1 (fun q => ln (f_q d n tau k q)) q a = (rsum n (fun l => k l a * p d n tau k q l) - q a) / tau.
End D5c.

Module D6a.
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b * q b).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition o (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (v : nat -> nat -> R) (c1 : nat) : R :=
  rsum n (fun l => p d n tau k q l * v l c1).
Definition E_p_k (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (a1 : nat) : R :=
  rsum n (fun l => k l a1 * p d n tau k q l).
Definition Cov_p_v_k (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (v : nat -> nat -> R) (c1 a1 : nat) : R :=
  rsum n (fun l => (k l a1 - E_p_k d n tau k q a1) * p d n tau k q l * (v l c1 - o d n tau k q v c1)).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (v : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a c : nat, (a < d)%nat -> (c < e)%nat -> smooth1 (fun q => o d n tau k q v c) q a /\ partial1 (fun q => o d n tau k q v c) q a = Cov_p_v_k d n tau k q v c a / tau.
End D6a.

Module D6b.
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b * q b).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition o (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (a1 : nat) : R :=
  rsum n (fun l => k l a1 * p d n tau k q l).
Definition y (d : nat) (k : nat -> nat -> R) (x : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b * x b).
Definition E_p_y (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (x : nat -> R) : R :=
  rsum n (fun l => p d n tau k q l * y d k x l).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (x : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall b a' : nat, (b < d)%nat -> (a' < d)%nat -> smooth1 (fun q => o d n tau k q a') q b) /\ rsum d (fun b => rsum d (fun a' => x a' * x b * partial1 (fun q => o d n tau k q a') q b)) = rsum n (fun l => (y d k x l - E_p_y d n tau k q x) ^ 2 * p d n tau k q l) / tau.
End D6b.

Module D6c.
Definition s (d : nat) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b * q b).
Definition p (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (j1 : nat) : R :=
  exp (s d k q j1 / tau) / rsum n (fun l => exp (s d k q l / tau)).
Definition o (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (a1 : nat) : R :=
  rsum n (fun l => k l a1 * p d n tau k q l).
Definition y (d : nat) (k : nat -> nat -> R) (x : nat -> R) (j1 : nat) : R :=
  rsum d (fun b => k j1 b * x b).
Definition E_p_y (d n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (x : nat -> R) : R :=
  rsum n (fun l => p d n tau k q l * y d k x l).
Definition statement : Prop :=
  forall (d : nat) (n : nat) (tau : R) (k : nat -> nat -> R) (q : nat -> R) (x : nat -> R),
  (0 < d)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  (forall b a' : nat, (b < d)%nat -> (a' < d)%nat -> smooth1 (fun q => o d n tau k q a') q b) /\ (0 <= rsum d (fun b => rsum d (fun a' => x a' * x b * partial1 (fun q => o d n tau k q a') q b)) /\ (rsum d (fun b => rsum d (fun a' => x a' * x b * partial1 (fun q => o d n tau k q a') q b)) = 0 <-> (forall j k1 : nat, (j < n)%nat -> (k1 < n)%nat -> y d k x j = y d k x k1))).
End D6c.

Module D7a.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x' => W_K f1 x' a1 * X t1 x').
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x' => W_Q f1 x' a1 * X t1 x').
Definition S1 (D1 d : nat) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition Z (D1 : nat) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 x1 : nat) : R :=
  rsum D1 (fun x' => A f1 x' x1 * X t1 x').
Definition S' (D1 : nat) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum D1 (fun x' => X w1 x' * Z D1 A X f1 t1 x').
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (A : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (forall f x y : nat, (f < N)%nat -> (x < D1)%nat -> (y < D1)%nat -> A f x y = rsum d (fun b => W_K f y b * W_Q f x b)) ->
  forall f t w : nat, (f < N)%nat -> (t < T)%nat -> (w < T)%nat -> S1 D1 d W_K W_Q X f t w = S' D1 A X f t w.
End D7a.

Module D7b.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x' => W_K f1 x' a1 * X t1 x').
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x' => W_Q f1 x' a1 * X t1 x').
Definition S1 (D1 d : nat) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  exp (S1 D1 d W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => exp (S1 D1 d W_K W_Q X f1 t1 t' / tau)).
Definition Z (D1 : nat) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 x1 : nat) : R :=
  rsum D1 (fun x' => A f1 x' x1 * X t1 x').
Definition S' (D1 : nat) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum D1 (fun x' => X w1 x' * Z D1 A X f1 t1 x').
Definition P' (D1 T : nat) (tau : R) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  exp (S' D1 A X f1 t1 w1 / tau) / rsum T (fun t' => exp (S' D1 A X f1 t1 t' / tau)).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (tau : R) (A : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  0 < tau ->
  (forall f x y : nat, (f < N)%nat -> (x < D1)%nat -> (y < D1)%nat -> A f x y = rsum d (fun b => W_K f y b * W_Q f x b)) ->
  forall f t w : nat, (f < N)%nat -> (t < T)%nat -> (w < T)%nat -> P D1 T d tau W_K W_Q X f t w = P' D1 T tau A X f t w.
End D7b.

Module D7c.
Definition K (D1 : nat) (W_K : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x' => W_K f1 x' a1 * X t1 x').
Definition Q (D1 : nat) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 a1 : nat) : R :=
  rsum D1 (fun x' => W_Q f1 x' a1 * X t1 x').
Definition S1 (D1 d : nat) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum d (fun b => K D1 W_K X f1 w1 b * Q D1 W_Q X f1 t1 b).
Definition P (D1 T d : nat) (tau : R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  exp (S1 D1 d W_K W_Q X f1 t1 w1 / tau) / rsum T (fun t' => exp (S1 D1 d W_K W_Q X f1 t1 t' / tau)).
Definition V (D1 : nat) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum D1 (fun x' => W_V f1 x' c1 * X t1 x').
Definition O1 (D1 T d : nat) (tau : R) (W_K : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 c1 : nat) : R :=
  rsum T (fun t' => P D1 T d tau W_K W_Q X f1 t1 t' * V D1 W_V X f1 t' c1).
Definition Y (D1 N T d e : nat) (tau : R) (W_K : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R) (t1 x1 : nat) : R :=
  rsum N (fun f' => rsum e (fun g => O1 D1 T d tau W_K W_Q W_V X f' t1 g * W_O f' g x1)).
Definition Z (D1 : nat) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 x1 : nat) : R :=
  rsum D1 (fun x' => A f1 x' x1 * X t1 x').
Definition S' (D1 : nat) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  rsum D1 (fun x' => X w1 x' * Z D1 A X f1 t1 x').
Definition P' (D1 T : nat) (tau : R) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 w1 : nat) : R :=
  exp (S' D1 A X f1 t1 w1 / tau) / rsum T (fun t' => exp (S' D1 A X f1 t1 t' / tau)).
Definition R1 (D1 T : nat) (tau : R) (A : nat -> nat -> nat -> R) (X : nat -> nat -> R) (f1 t1 x1 : nat) : R :=
  rsum T (fun t' => P' D1 T tau A X f1 t1 t' * X t' x1).
Definition Y' (D1 N T : nat) (tau : R) (A : nat -> nat -> nat -> R) (B : nat -> nat -> nat -> R) (X : nat -> nat -> R) (t1 x1 : nat) : R :=
  rsum N (fun f' => rsum D1 (fun x' => B f' x' x1 * R1 D1 T tau A X f' t1 x')).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat) (tau : R) (A : nat -> nat -> nat -> R) (B : nat -> nat -> nat -> R) (W_K : nat -> nat -> nat -> R) (W_O : nat -> nat -> nat -> R) (W_Q : nat -> nat -> nat -> R) (W_V : nat -> nat -> nat -> R) (X : nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall f x y : nat, (f < N)%nat -> (x < D1)%nat -> (y < D1)%nat -> A f x y = rsum d (fun b => W_K f y b * W_Q f x b)) ->
  (forall f x y : nat, (f < N)%nat -> (x < D1)%nat -> (y < D1)%nat -> B f x y = rsum e (fun g => W_O f g y * W_V f x g)) ->
  forall t y : nat, (t < T)%nat -> (y < D1)%nat -> Y D1 N T d e tau W_K W_O W_Q W_V X t y = Y' D1 N T tau A B X t y.
End D7c.

Module D7d.
Definition C1 (D1 N T d e : nat) : R :=
  INR N * INR d * INR T ^ 2 + INR N * INR e * INR T ^ 2 + 2 * INR D1 * INR N * INR T * INR d + 2 * INR D1 * INR N * INR T * INR e.
Definition C' (D1 N T : nat) : R :=
  2 * INR N * INR T * INR D1 ^ 2 + 2 * INR D1 * INR N * INR T ^ 2.
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  C' D1 N T - C1 D1 N T d e = INR N * INR T * (2 * INR D1 * (INR D1 + INR T) - (2 * INR D1 + INR T) * (INR d + INR e)).
End D7d.

Module D7e.
Definition C1 (D1 N T d e : nat) : R :=
  INR N * INR d * INR T ^ 2 + INR N * INR e * INR T ^ 2 + 2 * INR D1 * INR N * INR T * INR d + 2 * INR D1 * INR N * INR T * INR e.
Definition C' (D1 N T : nat) : R :=
  2 * INR N * INR T * INR D1 ^ 2 + 2 * INR D1 * INR N * INR T ^ 2.
Definition s (D1 T : nat) : R :=
  2 * INR D1 * (INR D1 + INR T) / (2 * INR D1 + INR T).
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  C' D1 N T - C1 D1 N T d e = INR N * INR T * (s D1 T - INR d - INR e) * (2 * INR D1 + INR T).
End D7e.

Module D7f.
Definition s (D1 T : nat) : R :=
  2 * INR D1 * (INR D1 + INR T) / (2 * INR D1 + INR T).
Definition statement : Prop :=
  forall (D1 : nat) (T : nat),
  (0 < D1)%nat ->
  (0 < T)%nat ->
  s D1 T = INR D1 * INR T / (2 * INR D1 + INR T) + INR D1.
End D7f.

Module D7g.
Definition C1 (D1 N T d e : nat) : R :=
  INR N * INR d * INR T ^ 2 + INR N * INR e * INR T ^ 2 + 2 * INR D1 * INR N * INR T * INR d + 2 * INR D1 * INR N * INR T * INR e.
Definition C' (D1 N T : nat) : R :=
  2 * INR N * INR T * INR D1 ^ 2 + 2 * INR D1 * INR N * INR T ^ 2.
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 <= INR D1 - INR d - INR e ->
  INR D1 * INR N * INR T ^ 2 <= C' D1 N T - C1 D1 N T d e.
End D7g.

Module D7h.
Definition C' (D1 N T : nat) : R :=
  2 * INR N * INR T * INR D1 ^ 2 + 2 * INR D1 * INR N * INR T ^ 2.
Definition C1 (D1 N T d e : nat) : R :=
  INR N * INR d * INR T ^ 2 + INR N * INR e * INR T ^ 2 + 2 * INR D1 * INR N * INR T * INR d + 2 * INR D1 * INR N * INR T * INR e.
Definition statement : Prop :=
  forall (D1 : nat) (N : nat) (T : nat) (d : nat) (e : nat),
  (0 < D1)%nat ->
  (0 < N)%nat ->
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 <= INR d - INR D1 ->
  0 <= INR e - INR D1 ->
  2 * INR N * INR T * INR D1 ^ 2 <= C1 D1 N T d e - C' D1 N T.
End D7h.

Module D7i.
Definition s (D1 T : nat) : R :=
  2 * INR D1 * (INR D1 + INR T) / (2 * INR D1 + INR T).
Definition statement : Prop :=
  forall (D1 : nat) (T : nat),
  (0 < D1)%nat ->
  (0 < T)%nat ->
  s D1 T = 2 * INR D1 - 2 * INR D1 ^ 2 / (2 * INR D1 + INR T).
End D7i.

Module D8a.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  rsum d (fun a => K w1 a * Q t1 a).
Definition Z (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 : nat) : R :=
  rsum T (fun t' => M t1 t' * exp (S1 d K Q t1 t' / tau)).
Definition P (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 d K Q t1 w1 / tau) / Z T d tau K M Q t1.
Definition statement : Prop :=
  forall (T : nat) (d : nat) (tau : R) (K : nat -> nat -> R) (L : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R),
  (0 < T)%nat ->
  (0 < d)%nat ->
  0 < tau ->
  (forall t : nat, (t < T)%nat -> 0 < Z T d tau K M Q t) ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * M t w = 0) ->
  forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * P T d tau K M Q t w = 0.
End D8a.

Module D8b.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  rsum d (fun b => K w1 b * Q t1 b).
Definition Z (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 : nat) : R :=
  rsum T (fun t' => M t1 t' * exp (S1 d K Q t1 t' / tau)).
Definition P (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 d K Q t1 w1 / tau) / Z T d tau K M Q t1.
Definition O1 (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (t1 c1 : nat) : R :=
  rsum T (fun t' => P T d tau K M Q t1 t' * V t' c1).
Definition statement : Prop :=
  forall (T : nat) (d : nat) (e : nat) (tau : R) (K : nat -> nat -> R) (L : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t : nat, (t < T)%nat -> 0 < Z T d tau K M Q t) ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * M t w = 0) ->
  forall a c t w : nat, (a < d)%nat -> (c < e)%nat -> (t < T)%nat -> (w < T)%nat -> smooth2 (fun K => O1 T d tau K M Q V t c) K w a /\ L t w * partial2 (fun K => O1 T d tau K M Q V t c) K w a = 0.
End D8b.

Module D8c.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  rsum d (fun a => K w1 a * Q t1 a).
Definition Z (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 : nat) : R :=
  rsum T (fun t' => M t1 t' * exp (S1 d K Q t1 t' / tau)).
Definition P (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 d K Q t1 w1 / tau) / Z T d tau K M Q t1.
Definition O1 (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (t1 c1 : nat) : R :=
  rsum T (fun t' => P T d tau K M Q t1 t' * V t' c1).
Definition statement : Prop :=
  forall (T : nat) (d : nat) (e : nat) (tau : R) (K : nat -> nat -> R) (L : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < T)%nat ->
  (0 < d)%nat ->
  (0 < e)%nat ->
  0 < tau ->
  (forall t : nat, (t < T)%nat -> 0 < Z T d tau K M Q t) ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * M t w = 0) ->
  forall c g t w : nat, (c < e)%nat -> (g < e)%nat -> (t < T)%nat -> (w < T)%nat -> smooth2 (fun V => O1 T d tau K M Q V t c) V w g /\ L t w * partial2 (fun V => O1 T d tau K M Q V t c) V w g = 0.
End D8c.

Module D8d.
Definition Q_K_sq (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (t1 w1 : nat) : R :=
  rsum d (fun b => (Q t1 b - K w1 b) ^ 2).
Definition K_sq (d : nat) (K : nat -> nat -> R) (t1 : nat) : R :=
  rsum d (fun b => K t1 b ^ 2).
Definition f (T d : nat) (tau : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R) (t1 : nat) : R :=
  rsum T (fun t' => M t1 t' * exp ((K_sq d K t' - Q_K_sq d K Q t1 t') / (2 * tau))).
Definition statement : Prop :=
  forall (T : nat) (d : nat) (tau : R) (K : nat -> nat -> R) (L : nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> R),
  (0 < T)%nat ->
  (0 < d)%nat ->
  0 < tau ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * M t w = 0) ->
  forall a t w : nat, (a < d)%nat -> (t < T)%nat -> (w < T)%nat -> smooth2 (fun K => f T d tau K M Q t) K w a /\ L t w * partial2 (fun K => f T d tau K M Q t) K w a = 0.
End D8d.

Module D8e.
Definition Z (T : nat) (tau : R) (M : nat -> nat -> R) (s : nat -> nat -> R) (t1 : nat) : R :=
  rsum T (fun w' => M t1 w' * exp (s t1 w' / tau)).
Definition P (T : nat) (tau : R) (M : nat -> nat -> R) (s : nat -> nat -> R) (t1 w1 : nat) : R :=
  M t1 w1 * exp (s t1 w1 / tau) / Z T tau M s t1.
Definition statement : Prop :=
  forall (T : nat) (tau : R) (L : nat -> nat -> R) (M : nat -> nat -> R) (s : nat -> nat -> R),
  (0 < T)%nat ->
  0 < tau ->
  (forall t : nat, (t < T)%nat -> 0 < Z T tau M s t) ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * M t w = 0) ->
  forall t t' w : nat, (t < T)%nat -> (t' < T)%nat -> (w < T)%nat -> smooth2 (fun s => P T tau M s t t') s t w /\ L t w * partial2 (fun s => P T tau M s t t') s t w = 0.
End D8e.

Module D8f.
Definition S1 (D1 : nat) (A : nat -> nat -> R) (X : nat -> nat -> R) (t1 w1 : nat) : R :=
  rsum D1 (fun y => rsum D1 (fun y' => A y y' * X t1 y * X w1 y')).
Definition Z (D1 T : nat) (tau : R) (A : nat -> nat -> R) (M : nat -> nat -> R) (X : nat -> nat -> R) (t1 : nat) : R :=
  rsum T (fun t' => M t1 t' * exp (S1 D1 A X t1 t' / tau)).
Definition P (D1 T : nat) (tau : R) (A : nat -> nat -> R) (M : nat -> nat -> R) (X : nat -> nat -> R) (t1 w1 : nat) : R :=
  M t1 w1 * exp (S1 D1 A X t1 w1 / tau) / Z D1 T tau A M X t1.
Definition R1 (D1 T : nat) (tau : R) (A : nat -> nat -> R) (M : nat -> nat -> R) (X : nat -> nat -> R) (t1 x1 : nat) : R :=
  rsum T (fun t' => P D1 T tau A M X t1 t' * X t' x1).
Definition statement : Prop :=
  forall (D1 : nat) (T : nat) (tau : R) (A : nat -> nat -> R) (L : nat -> nat -> R) (M : nat -> nat -> R) (X : nat -> nat -> R),
  (0 < D1)%nat ->
  (0 < T)%nat ->
  0 < tau ->
  (forall t : nat, (t < T)%nat -> 0 < Z D1 T tau A M X t) ->
  (forall t w : nat, (t < T)%nat -> (w < T)%nat -> L t w * M t w = 0) ->
  (forall t : nat, (t < T)%nat -> L t t = 0) ->
  forall t w x x' : nat, (t < T)%nat -> (w < T)%nat -> (x < D1)%nat -> (x' < D1)%nat -> smooth2 (fun X => R1 D1 T tau A M X t x) X w x' /\ L t w * partial2 (fun X => R1 D1 T tau A M X t x) X w x' = 0.
End D8f.
