(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import AttnproofBase.
Open Scope R_scope.

Module F1a.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition R1 (n : nat) (K : nat -> nat -> R) (dx : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun l => K l a1 * dx i1 l).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) Q i a /\ partial2 (fun Q => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) Q i a = sigma * R1 n K dx i a.
End F1a.

Module F1b.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> smooth2 (fun K => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) K j a /\ partial2 (fun K => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) K j a = sigma * rsum m (fun h => Q h a * dx h j).
End F1b.

Module F1c.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition R1 (n : nat) (K : nat -> nat -> R) (dx : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun l => K l a1 * dx i1 l).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  smooth0 (fun sigma => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) sigma /\ partial0 (fun sigma => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) sigma = rsum m (fun h => rsum d (fun b => Q h b * R1 n K dx h b)).
End F1c.

Module F1d.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition L (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition D1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d sigma B K Q W ell i1 l * u i1 l).
Definition dz_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l)) * P_Z d n omega sigma zeta B K Q W i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun B => L d n omega sigma zeta B H K Q W u i) B i j /\ partial2 (fun B => L d n omega sigma zeta B H K Q W u i) B i j = (H i + u i j - D1 d n sigma B K Q W ell u i) * P d sigma B K Q W ell i j.
End F1d.

Module F1e.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition L (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition D1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d sigma B K Q W ell i1 l * u i1 l).
Definition dz (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - D1 d n sigma B K Q W ell u i1) * P d sigma B K Q W ell i1 j1.
Definition R1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun l => K l a1 * dz d n sigma B H K Q W ell u i1 l).
Definition dz_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l)) * P_Z d n omega sigma zeta B K Q W i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => L d n omega sigma zeta B H K Q W u i) Q i a /\ partial2 (fun Q => L d n omega sigma zeta B H K Q W u i) Q i a = sigma * R1 d n sigma B H K Q W ell u i a.
End F1e.

Module F1f.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition L (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition D1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d sigma B K Q W ell i1 l * u i1 l).
Definition dz (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - D1 d n sigma B K Q W ell u i1) * P d sigma B K Q W ell i1 j1.
Definition dz_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l)) * P_Z d n omega sigma zeta B K Q W i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  forall a i j : nat, (a < d)%nat -> (i < m)%nat -> (j < n)%nat -> smooth2 (fun K => L d n omega sigma zeta B H K Q W u i) K j a /\ partial2 (fun K => L d n omega sigma zeta B H K Q W u i) K j a = sigma * Q i a * dz d n sigma B H K Q W ell u i j.
End F1f.

Module F1g.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition L (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition D1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d sigma B K Q W ell i1 l * u i1 l).
Definition dz (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - D1 d n sigma B K Q W ell u i1) * P d sigma B K Q W ell i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> (forall h : nat, (h < m)%nat -> smooth2 (fun K => L d n omega sigma zeta B H K Q W u h) K j a) /\ rsum m (fun h => partial2 (fun K => L d n omega sigma zeta B H K Q W u h) K j a) = sigma * rsum m (fun h => Q h a * dz d n sigma B H K Q W ell u h j).
End F1g.

Module F1h.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition L (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition D1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d sigma B K Q W ell i1 l * u i1 l).
Definition dz (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - D1 d n sigma B K Q W ell u i1) * P d sigma B K Q W ell i1 j1.
Definition dz_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l)) * P_Z d n omega sigma zeta B K Q W i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  forall i : nat, (i < m)%nat -> smooth0 (fun sigma => L d n omega sigma zeta B H K Q W u i) sigma /\ partial0 (fun sigma => L d n omega sigma zeta B H K Q W u i) sigma = rsum n (fun l => S1 d K Q i l * dz d n sigma B H K Q W ell u i l).
End F1h.

Module F1i.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition L (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * u i1 l).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition D1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P d sigma B K Q W ell i1 l * u i1 l).
Definition dz (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - D1 d n sigma B K Q W ell u i1) * P d sigma B K Q W ell i1 j1.
Definition R1 (d n : nat) (sigma : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun l => K l a1 * dz d n sigma B H K Q W ell u i1 l).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  (forall h : nat, (h < m)%nat -> smooth0 (fun sigma => L d n omega sigma zeta B H K Q W u h) sigma) /\ rsum m (fun h => partial0 (fun sigma => L d n omega sigma zeta B H K Q W u h) sigma) = rsum m (fun h => rsum d (fun b => Q h b * R1 d n sigma B H K Q W ell u h b)).
End F1i.

Module F1j.
Definition S1 (d : nat) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + rsum d (fun b => K j1 b * Q i1 b).
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
Definition dx (d e n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  tau * dS d e n tau B G H K Q V i1 j1.
Definition ell (d n : nat) (tau : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 : nat) : R :=
  ln (rsum n (fun l => exp (S1 d B K Q i1 l / tau))).
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (tau : R) (B : nat -> nat -> R) (G : nat -> nat -> R) (H : nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < tau ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) Q i a /\ rsum n (fun l => K l a * dx d e n tau B G H K Q V i l) / tau = partial2 (fun Q => rsum m (fun h => H h * ell d n tau B K Q h) + rsum m (fun h => rsum e (fun g => G h g * O1 d n tau B K Q V h g))) Q i a.
End F1j.

Module F2a.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> theta kappa x i j = (exp (x i j / kappa) - exp (- (x i j / kappa))) / (exp (x i j / kappa) + exp (- (x i j / kappa))).
End F2a.

Module F2b.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> 4 * exp (2 * x i j / kappa) / (exp (2 * x i j / kappa) + 1) ^ 2 = 1 - theta kappa x i j ^ 2.
End F2b.

Module F2c.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => y kappa x i j) x i j /\ partial2 (fun x => y kappa x i j) x i j = 1 - y kappa x i j ^ 2 / kappa ^ 2.
End F2c.

Module F2d.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> y kappa x i j ^ 2 <= kappa ^ 2.
End F2d.

Module F2e.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (dy : nat -> nat -> R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => rsum m (fun h => rsum n (fun l => dy h l * y kappa x h l))) x i j /\ partial2 (fun x => rsum m (fun h => rsum n (fun l => dy h l * y kappa x h l))) x i j = (1 - theta kappa x i j ^ 2) * dy i j.
End F2e.

Module F2f.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition eta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - theta kappa x i1 j1 ^ 2.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (dy : nat -> nat -> R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  smooth0 (fun kappa => rsum m (fun h => rsum n (fun l => dy h l * y kappa x h l))) kappa /\ partial0 (fun kappa => rsum m (fun h => rsum n (fun l => dy h l * y kappa x h l))) kappa = rsum m (fun h => rsum n (fun l => dy h l * (theta kappa x h l - eta kappa x h l * x h l / kappa))).
End F2f.

Module F2g.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition z (kappa : R) (B : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y kappa x i1 j1.
Definition P (kappa : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z kappa B x i1 j1 - ell i1).
Definition eta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - theta kappa x i1 j1 ^ 2.
Definition P_Z (n : nat) (kappa omega zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z kappa B x i1 j1) / (rsum n (fun l => W i1 l * exp (z kappa B x i1 l)) + omega * exp zeta).
Definition eta_e (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  4 * exp (2 * x i1 j1 / kappa) / (exp (2 * x i1 j1 / kappa) + 1) ^ 2.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (omega : R) (zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) x i j /\ partial2 (fun x => ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) x i j = P kappa B W ell x i j * eta kappa x i j.
End F2g.

Module F2h.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition z (kappa : R) (B : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y kappa x i1 j1.
Definition P_Z (n : nat) (kappa omega zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z kappa B x i1 j1) / (rsum n (fun l => W i1 l * exp (z kappa B x i1 l)) + omega * exp zeta).
Definition P (kappa : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z kappa B x i1 j1 - ell i1).
Definition D1 (n : nat) (kappa : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (x : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P kappa B W ell x i1 l * u i1 l).
Definition eta_e (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  4 * exp (2 * x i1 j1 / kappa) / (exp (2 * x i1 j1 / kappa) + 1) ^ 2.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (omega : R) (zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => rsum n (fun l => P_Z n kappa omega zeta B W x i l * u i l)) x i j /\ partial2 (fun x => rsum n (fun l => P_Z n kappa omega zeta B W x i l * u i l)) x i j = P kappa B W ell x i j * eta_e kappa x i j * (u i j - D1 n kappa B W ell u x i).
End F2h.

Module F2i.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition z (kappa : R) (B : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y kappa x i1 j1.
Definition P_Z (n : nat) (kappa omega zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z kappa B x i1 j1) / (rsum n (fun l => W i1 l * exp (z kappa B x i1 l)) + omega * exp zeta).
Definition P (kappa : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z kappa B x i1 j1 - ell i1).
Definition D1 (n : nat) (kappa : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (x : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P kappa B W ell x i1 l * u i1 l).
Definition dz (n : nat) (kappa : R) (B : nat -> nat -> R) (H : nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - D1 n kappa B W ell u x i1) * P kappa B W ell x i1 j1.
Definition eta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - theta kappa x i1 j1 ^ 2.
Definition eta_e (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  4 * exp (2 * x i1 j1 / kappa) / (exp (2 * x i1 j1 / kappa) + 1) ^ 2.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (omega : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) x i j /\ smooth2 (fun x => rsum n (fun l => P_Z n kappa omega zeta B W x i l * u i l)) x i j /\ H i * partial2 (fun x => ln (rsum n (fun l => W i l * exp (z kappa B x i l)) + omega * exp zeta)) x i j + partial2 (fun x => rsum n (fun l => P_Z n kappa omega zeta B W x i l * u i l)) x i j = dz n kappa B H W ell u x i j * eta kappa x i j.
End F2i.

Module F3a.
Definition z (B : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (B : nat -> nat -> R) (dz : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun B => rsum m (fun h => rsum n (fun l => dz h l * z B y h l))) B i j /\ partial2 (fun B => rsum m (fun h => rsum n (fun l => dz h l * z B y h l))) B i j = dz i j.
End F3a.

Module F3b.
Definition z (B : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (B : nat -> nat -> R) (dz : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun y => rsum m (fun h => rsum n (fun l => dz h l * z B y h l))) y i j /\ partial2 (fun y => rsum m (fun h => rsum n (fun l => dz h l * z B y h l))) y i j = dz i j.
End F3b.

Module F3c.
Definition z (B : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y i1 j1.
Definition P_Z (n : nat) (omega zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z B y i1 j1) / (rsum n (fun l => W i1 l * exp (z B y i1 l)) + omega * exp zeta).
Definition L (n : nat) (omega zeta : R) (B : nat -> nat -> R) (H : nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (y : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z B y i1 l)) + omega * exp zeta) + rsum n (fun l => P_Z n omega zeta B W y i1 l * u i1 l).
Definition P (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z B y i1 j1 - ell i1).
Definition D1 (n : nat) (B : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (y : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P B W ell y i1 l * u i1 l).
Definition dz_Z (n : nat) (omega zeta : R) (B : nat -> nat -> R) (H : nat -> R) (W : nat -> nat -> R) (u : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + u i1 j1 - rsum n (fun l => P_Z n omega zeta B W y i1 l * u i1 l)) * P_Z n omega zeta B W y i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (B : nat -> nat -> R) (H : nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (u : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z B y i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z B y i l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun B => L n omega zeta B H W u y i) B i j /\ partial2 (fun B => L n omega zeta B H W u y i) B i j = (H i + u i j - D1 n B W ell u y i) * P B W ell y i j.
End F3c.

Module F3d.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (b : nat -> R) (dz : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall j : nat, (j < n)%nat -> smooth1 (fun b => rsum m (fun i => rsum n (fun l => (b l + y i l) * dz i l))) b j /\ partial1 (fun b => rsum m (fun i => rsum n (fun l => (b l + y i l) * dz i l))) b j = rsum m (fun i => dz i j).
End F3d.

Module F3e.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (b : nat -> R) (dz : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i : nat, (i < m)%nat -> smooth1 (fun b => rsum m (fun h => rsum n (fun j => (b h + y h j) * dz h j))) b i /\ partial1 (fun b => rsum m (fun h => rsum n (fun j => (b h + y h j) * dz h j))) b i = rsum n (fun j => dz i j).
End F3e.

Module F3f.
Definition statement : Prop :=
  forall (N : nat) (m : nat) (n : nat) (B : nat -> nat -> R) (dz : nat -> nat -> nat -> R) (y : nat -> nat -> nat -> R),
  (0 < N)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun B => rsum N (fun f => rsum m (fun h => rsum n (fun l => (B h l + y f h l) * dz f h l)))) B i j /\ partial2 (fun B => rsum N (fun f => rsum m (fun h => rsum n (fun l => (B h l + y f h l) * dz f h l)))) B i j = rsum N (fun f => dz f i j).
End F3f.

Module F3g.
Definition z (B : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y i1 j1.
Definition P_Z (n : nat) (omega zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z B y i1 j1) / (rsum n (fun l => W i1 l * exp (z B y i1 l)) + omega * exp zeta).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (B : nat -> nat -> R) (W : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z B y i l)) + omega * exp zeta) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> P_Z n omega zeta B W y i j = W i j * exp (B i j) * exp (y i j) / (rsum n (fun l => W i l * exp (B i l) * exp (y i l)) + omega * exp zeta).
End F3g.

Module F4a.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (W : nat -> nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> W i j * exp (z' i j) = W i j * exp (z i j)) ->
  forall i : nat, (i < m)%nat -> rsum n (fun l => W i l * exp (z' i l)) = rsum n (fun l => W i l * exp (z i l)).
End F4a.

Module F4b.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> W i j * exp (z' i j) = W i j * exp (z i j)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> W i j * exp (z' i j - ell i) = W i j * exp (z i j - ell i).
End F4b.

Module F4c.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (V : nat -> nat -> R) (V' : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> W i j * exp (z' i j) = W i j * exp (z i j)) ->
  (forall c i j : nat, (c < e)%nat -> (i < m)%nat -> (j < n)%nat -> V' j c * W i j = V j c * W i j) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> rsum n (fun l => V' l c * W i l * exp (z' i l - ell i)) = rsum n (fun l => P W ell z i l * V l c).
End F4c.

Module F4d.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dz (e n : nat) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 e n G V W ell z i1) * P W ell z i1 j1.
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (H : nat -> R) (N : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> N i j * W i j = 0) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> N i j * dz e n G H V W ell z i j = 0.
End F4d.

Module F4e.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (E1 : nat -> nat -> R) (N : nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> N j * W i j = 0) ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> sigma * N j * rsum m (fun h => E1 h j * P W ell z h j * Q h a) = 0.
End F4e.

Module F4f.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (N : nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> N j * W i j = 0) ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> N j * rsum m (fun h => G h c * P W ell z h j) = 0.
End F4f.

Module F4g.
Definition W (chi : nat -> nat -> R) (chi' : nat -> nat -> R) (i1 j1 : nat) : R :=
  chi' i1 j1 * chi i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (chi : nat -> nat -> R) (chi' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> chi i j ^ 2 = chi i j) ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> chi' i j ^ 2 = chi' i j) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> W chi chi' i j ^ 2 = W chi chi' i j.
End F4g.

Module F4h.
Definition W (chi : nat -> nat -> R) (chi' : nat -> nat -> R) (i1 j1 : nat) : R :=
  chi' i1 j1 * chi i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (chi : nat -> nat -> R) (chi' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> chi i j ^ 2 = chi i j) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (1 - chi i j) * W chi chi' i j = 0.
End F4h.

Module F4i.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (t : R) (chi : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i : nat, (i < m)%nat -> rsum n (fun j => ((1 - chi i j) * exp (- t) + chi i j) * exp (z i j)) = exp (- t) * rsum n (fun j => (1 - chi i j) * exp (z i j)) + rsum n (fun j => chi i j * exp (z i j)).
End F4i.

Module F5a.
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> psi omega zeta ell i + rsum n (fun l => P W ell z i l) = 1) ->
  forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta).
End F5a.

Module F5b.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> O1 n V W ell z i c = rsum n (fun l => V l c * W i l * exp (z i l)) / (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta).
End F5b.

Module F5c.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) ->
  forall i : nat, (i < m)%nat -> rsum n (fun l => P W ell z i l) = 1 - psi omega zeta ell i.
End F5c.

Module F5d.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i : nat, (i < m)%nat -> rsum n (fun l => P W ell z i l * U e G V i l) = D1 e n G V W ell z i.
End F5d.

Module F5e.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dz (e n : nat) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 e n G V W ell z i1) * P W ell z i1 j1.
Definition D_Z (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P_Z n omega zeta W z i1 l * U e G V i1 l).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  forall h i j : nat, (h < m)%nat -> (i < m)%nat -> (j < n)%nat -> smooth2 (fun z => L e n omega zeta G H V W z h) z i j /\ partial2 (fun z => L e n omega zeta G H V W z h) z i j = delta h i * dz e n G H V W ell z h j.
End F5e.

Module F5f.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall i' : nat, (i' < m)%nat -> smooth2 (fun z => L e n omega zeta G H V W z i') z i j) /\ rsum m (fun i' => partial2 (fun z => L e n omega zeta G H V W z i') z i j) = (H i + U e G V i j - D1 e n G V W ell z i) * P W ell z i j.
End F5f.

Module F5g.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition D_Z (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P_Z n omega zeta W z i1 l * U e G V i1 l).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  (forall i' : nat, (i' < m)%nat -> smooth0 (fun zeta => L e n omega zeta G H V W z i') zeta) /\ rsum m (fun i' => partial0 (fun zeta => L e n omega zeta G H V W z i') zeta) = rsum m (fun i' => (H i' - D1 e n G V W ell z i') * psi omega zeta ell i').
End F5g.

Module F5h.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> (forall i' : nat, (i' < m)%nat -> smooth2 (fun V => L e n omega zeta G H V W z i') V j c) /\ rsum m (fun i' => partial2 (fun V => L e n omega zeta G H V W z i') V j c) = rsum m (fun i' => G i' c * P W ell z i' j).
End F5h.

Module F5i.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun g => G i1 g * V j1 g).
Definition dz (e n : nat) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  (H i1 + U e G V i1 j1 - D1 e n G V W ell z i1) * P W ell z i1 j1.
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) ->
  forall i : nat, (i < m)%nat -> (H i - D1 e n G V W ell z i) * psi omega zeta ell i + rsum n (fun l => dz e n G H V W ell z i l) = H i.
End F5i.

Module F6a.
Definition k (L : nat) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (f1 j1 a1 : nat) : R :=
  rsum L (fun u1 => K u1 j1 a1 * M f1 u1).
Definition x (L d : nat) (sigma : R) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> nat -> R) (f1 i1 j1 : nat) : R :=
  sigma * rsum d (fun b => Q f1 i1 b * k L K M f1 j1 b).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall f u w : nat, (f < N)%nat -> (u < L)%nat -> (w < L)%nat -> M f u * M f w = delta u w * M f u) ->
  forall f i j u : nat, (f < N)%nat -> (i < m)%nat -> (j < n)%nat -> (u < L)%nat -> M f u * x L d sigma K M Q f i j = sigma * M f u * rsum d (fun b => K u j b * Q f i b).
End F6a.

Module F6b.
Definition v (L : nat) (M : nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 j1 c1 : nat) : R :=
  rsum L (fun u1 => M f1 u1 * V u1 j1 c1).
Definition O1 (L n : nat) (M : nat -> nat -> R) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 i1 c1 : nat) : R :=
  rsum n (fun l => P f1 i1 l * v L M V f1 l c1).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (e : nat) (m : nat) (n : nat) (M : nat -> nat -> R) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall f u w : nat, (f < N)%nat -> (u < L)%nat -> (w < L)%nat -> M f u * M f w = delta u w * M f u) ->
  forall c f i u : nat, (c < e)%nat -> (f < N)%nat -> (i < m)%nat -> (u < L)%nat -> M f u * O1 L n M P V f i c = M f u * rsum n (fun l => P f i l * V u l c).
End F6b.

Module F6c.
Definition k (L : nat) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (f1 j1 a1 : nat) : R :=
  rsum L (fun w => K w j1 a1 * M f1 w).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (d : nat) (n : nat) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (dK : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < d)%nat ->
  (0 < n)%nat ->
  forall a j u : nat, (a < d)%nat -> (j < n)%nat -> (u < L)%nat -> smooth3 (fun K => rsum N (fun f' => rsum n (fun l => rsum d (fun b => dK f' l b * k L K M f' l b)))) K u j a /\ partial3 (fun K => rsum N (fun f' => rsum n (fun l => rsum d (fun b => dK f' l b * k L K M f' l b)))) K u j a = rsum N (fun f' => M f' u * dK f' j a).
End F6c.

Module F6d.
Definition v (L : nat) (M : nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 j1 c1 : nat) : R :=
  rsum L (fun w => M f1 w * V w j1 c1).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (e : nat) (n : nat) (M : nat -> nat -> R) (V : nat -> nat -> nat -> R) (dV : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < e)%nat ->
  (0 < n)%nat ->
  forall c j u : nat, (c < e)%nat -> (j < n)%nat -> (u < L)%nat -> smooth3 (fun V => rsum N (fun f' => rsum n (fun l => rsum e (fun g => dV f' l g * v L M V f' l g)))) V u j c /\ partial3 (fun V => rsum N (fun f' => rsum n (fun l => rsum e (fun g => dV f' l g * v L M V f' l g)))) V u j c = rsum N (fun f' => M f' u * dV f' j c).
End F6d.

Module F6e.
Definition k (L : nat) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (f1 j1 a1 : nat) : R :=
  rsum L (fun w => K w j1 a1 * M f1 w).
Definition x (L d : nat) (sigma : R) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> nat -> R) (f1 i1 j1 : nat) : R :=
  sigma * rsum d (fun b => Q f1 i1 b * k L K M f1 j1 b).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall a j u : nat, (a < d)%nat -> (j < n)%nat -> (u < L)%nat -> smooth3 (fun K => rsum N (fun f' => rsum m (fun h => rsum n (fun l => dx f' h l * x L d sigma K M Q f' h l)))) K u j a /\ partial3 (fun K => rsum N (fun f' => rsum m (fun h => rsum n (fun l => dx f' h l * x L d sigma K M Q f' h l)))) K u j a = sigma * rsum N (fun f' => rsum m (fun h => M f' u * Q f' h a * dx f' h j)).
End F6e.

Module F6f.
Definition v (L : nat) (M : nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 j1 c1 : nat) : R :=
  rsum L (fun w => M f1 w * V w j1 c1).
Definition O1 (L n : nat) (M : nat -> nat -> R) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (f1 i1 c1 : nat) : R :=
  rsum n (fun l => P f1 i1 l * v L M V f1 l c1).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (e : nat) (m : nat) (n : nat) (G : nat -> nat -> nat -> R) (M : nat -> nat -> R) (P : nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall c j u : nat, (c < e)%nat -> (j < n)%nat -> (u < L)%nat -> smooth3 (fun V => rsum N (fun f' => rsum m (fun h => rsum e (fun g => G f' h g * O1 L n M P V f' h g)))) V u j c /\ partial3 (fun V => rsum N (fun f' => rsum m (fun h => rsum e (fun g => G f' h g * O1 L n M P V f' h g)))) V u j c = rsum N (fun f' => rsum m (fun h => G f' h c * M f' u * P f' h j)).
End F6f.

Module F6g.
Definition k (L : nat) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (f1 j1 a1 : nat) : R :=
  rsum L (fun u1 => K u1 j1 a1 * M f1 u1).
Definition x (L d : nat) (sigma : R) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> nat -> R) (f1 i1 j1 : nat) : R :=
  sigma * rsum d (fun b => Q f1 i1 b * k L K M f1 j1 b).
Definition statement : Prop :=
  forall (L : nat) (N : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> nat -> R) (M : nat -> nat -> R) (Q : nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < N)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall f u w : nat, (f < N)%nat -> (u < L)%nat -> (w < L)%nat -> M f u * M f w = delta u w * M f u) ->
  forall a f i u : nat, (a < d)%nat -> (f < N)%nat -> (i < m)%nat -> (u < L)%nat -> smooth3 (fun Q => rsum N (fun f' => rsum m (fun h => rsum n (fun l => dx f' h l * x L d sigma K M Q f' h l)))) Q f i a /\ M f u * partial3 (fun Q => rsum N (fun f' => rsum m (fun h => rsum n (fun l => dx f' h l * x L d sigma K M Q f' h l)))) Q f i a = sigma * M f u * rsum n (fun l => K u l a * dx f i l).
End F6g.

Module F6h.
Definition P (W : nat -> nat -> nat -> nat -> R) (ell : nat -> nat -> nat -> R) (z : nat -> nat -> nat -> nat -> R) (u1 s1 i1 j1 : nat) : R :=
  W u1 s1 i1 j1 * exp (z u1 s1 i1 j1 - ell u1 s1 i1).
Definition statement : Prop :=
  forall (L : nat) (R1 : nat) (e : nat) (m : nat) (n : nat) (V : nat -> nat -> nat -> R) (W : nat -> nat -> nat -> nat -> R) (ell : nat -> nat -> nat -> R) (omega : nat -> nat -> R) (z : nat -> nat -> nat -> nat -> R) (zeta : nat -> nat -> R),
  (0 < L)%nat ->
  (0 < R1)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall u s i j : nat, (u < L)%nat -> (s < R1)%nat -> (i < m)%nat -> (j < n)%nat -> 0 <= W u s i j) ->
  (forall u s : nat, (u < L)%nat -> (s < R1)%nat -> 0 <= omega u s) ->
  (forall i s u : nat, (i < m)%nat -> (s < R1)%nat -> (u < L)%nat -> 0 < exp (zeta u s) * omega u s + rsum n (fun l => W u s i l * exp (z u s i l))) ->
  (forall i s u : nat, (i < m)%nat -> (s < R1)%nat -> (u < L)%nat -> ell u s i = ln (exp (zeta u s) * omega u s + rsum n (fun l => W u s i l * exp (z u s i l)))) ->
  forall c i s u : nat, (c < e)%nat -> (i < m)%nat -> (s < R1)%nat -> (u < L)%nat -> rsum n (fun l => P W ell z u s i l * V u l c) = rsum n (fun l => V u l c * W u s i l * exp (z u s i l)) / (exp (zeta u s) * omega u s + rsum n (fun l => W u s i l * exp (z u s i l))).
End F6h.

Module F6i.
Definition x (d : nat) (sigma : R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (u1 s1 i1 j1 : nat) : R :=
  sigma * rsum d (fun b => K u1 j1 b * Q u1 s1 i1 b).
Definition R2 (n : nat) (K : nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> nat -> R) (u1 s1 i1 a1 : nat) : R :=
  rsum n (fun l => K u1 l a1 * dx u1 s1 i1 l).
Definition statement : Prop :=
  forall (L : nat) (R1 : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < R1)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall a i s u : nat, (a < d)%nat -> (i < m)%nat -> (s < R1)%nat -> (u < L)%nat -> smooth4 (fun Q => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum n (fun l => dx w t h l * x d sigma K Q w t h l))))) Q u s i a /\ partial4 (fun Q => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum n (fun l => dx w t h l * x d sigma K Q w t h l))))) Q u s i a = sigma * R2 n K dx u s i a.
End F6i.

Module F6j.
Definition x (d : nat) (sigma : R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (u1 s1 i1 j1 : nat) : R :=
  sigma * rsum d (fun b => K u1 j1 b * Q u1 s1 i1 b).
Definition statement : Prop :=
  forall (L : nat) (R1 : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < R1)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall a j u : nat, (a < d)%nat -> (j < n)%nat -> (u < L)%nat -> smooth3 (fun K => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum n (fun l => dx w t h l * x d sigma K Q w t h l))))) K u j a /\ partial3 (fun K => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum n (fun l => dx w t h l * x d sigma K Q w t h l))))) K u j a = sigma * rsum R1 (fun t => rsum m (fun h => Q u t h a * dx u t h j)).
End F6j.

Module F6k.
Definition O1 (n : nat) (P : nat -> nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R) (u1 s1 i1 c1 : nat) : R :=
  rsum n (fun l => P u1 s1 i1 l * V u1 l c1).
Definition statement : Prop :=
  forall (L : nat) (R1 : nat) (e : nat) (m : nat) (n : nat) (G : nat -> nat -> nat -> nat -> R) (P : nat -> nat -> nat -> nat -> R) (V : nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < R1)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall c j u : nat, (c < e)%nat -> (j < n)%nat -> (u < L)%nat -> smooth3 (fun V => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum e (fun g => G w t h g * O1 n P V w t h g))))) V u j c /\ partial3 (fun V => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum e (fun g => G w t h g * O1 n P V w t h g))))) V u j c = rsum R1 (fun t => rsum m (fun h => G u t h c * P u t h j)).
End F6k.

Module F6l.
Definition x (d : nat) (sigma : R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (u1 s1 i1 j1 : nat) : R :=
  sigma * rsum d (fun b => K u1 j1 b * Q u1 s1 i1 b).
Definition R2 (n : nat) (K : nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> nat -> R) (u1 s1 i1 a1 : nat) : R :=
  rsum n (fun l => K u1 l a1 * dx u1 s1 i1 l).
Definition S1 (d : nat) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (u1 s1 i1 j1 : nat) : R :=
  rsum d (fun b => K u1 j1 b * Q u1 s1 i1 b).
Definition statement : Prop :=
  forall (L : nat) (R1 : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> nat -> R) (Q : nat -> nat -> nat -> nat -> R) (dx : nat -> nat -> nat -> nat -> R),
  (0 < L)%nat ->
  (0 < R1)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  smooth0 (fun sigma => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum n (fun l => dx w t h l * x d sigma K Q w t h l))))) sigma /\ partial0 (fun sigma => rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum n (fun l => dx w t h l * x d sigma K Q w t h l))))) sigma = rsum L (fun w => rsum R1 (fun t => rsum m (fun h => rsum d (fun b => Q w t h b * R2 n K dx w t h b)))).
End F6l.

Module F7a.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition S' (d : nat) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q' i1 a + K' j1 a * Q i1 a).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (sigma' : R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall l a : nat, (l < n)%nat -> (a < d)%nat -> smooth2 (fun K => x d sigma K Q i j) K l a) /\ (forall h a : nat, (h < m)%nat -> (a < d)%nat -> smooth2 (fun Q => x d sigma K Q i j) Q h a) /\ smooth0 (fun sigma => x d sigma K Q i j) sigma /\ rsum n (fun l => rsum d (fun a => K' l a * partial2 (fun K => x d sigma K Q i j) K l a)) + rsum m (fun h => rsum d (fun a => Q' h a * partial2 (fun Q => x d sigma K Q i j) Q h a)) + sigma' * partial0 (fun sigma => x d sigma K Q i j) sigma = sigma * S' d K K' Q Q' i j + sigma' * S1 d K Q i j.
End F7a.

Module F7b.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition eta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - theta kappa x i1 j1 ^ 2.
Definition eta_e (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  4 * exp (2 * x i1 j1 / kappa) / (exp (2 * x i1 j1 / kappa) + 1) ^ 2.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (kappa' : R) (x : nat -> nat -> R) (x' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => y kappa x i j) x i j /\ smooth0 (fun kappa => y kappa x i j) kappa /\ x' i j * partial2 (fun x => y kappa x i j) x i j + kappa' * partial0 (fun kappa => y kappa x i j) kappa = eta kappa x i j * x' i j + kappa' * (theta kappa x i j - eta kappa x i j * x i j / kappa).
End F7b.

Module F7c.
Definition z (B : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (B : nat -> nat -> R) (B' : nat -> nat -> R) (y : nat -> nat -> R) (y' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun B => z B y i j) B h l) /\ (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun y => z B y i j) y h l) /\ rsum m (fun h => rsum n (fun l => B' h l * partial2 (fun B => z B y i j) B h l)) + rsum m (fun h => rsum n (fun l => y' h l * partial2 (fun y => z B y i j) y h l)) = B' i j + y' i j.
End F7c.

Module F7d.
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (zeta' : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) ->
  forall i : nat, (i < m)%nat -> (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun z => ln (rsum n (fun r => W i r * exp (z i r)) + omega * exp zeta)) z h l) /\ smooth0 (fun zeta => ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) zeta /\ rsum m (fun h => rsum n (fun l => z' h l * partial2 (fun z => ln (rsum n (fun r => W i r * exp (z i r)) + omega * exp zeta)) z h l)) + zeta' * partial0 (fun zeta => ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) zeta = rsum n (fun l => P W ell z i l * z' i l) + zeta' * psi omega zeta ell i.
End F7d.

Module F7e.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition O_Z (n : nat) (omega zeta : R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P_Z n omega zeta W z i1 l * V l c1).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition ell' (n : nat) (omega zeta zeta' : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * z' i1 l) + zeta' * psi omega zeta ell i1.
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (zeta' : R) (V : nat -> nat -> R) (V' : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> (forall l g : nat, (l < n)%nat -> (g < e)%nat -> smooth2 (fun V => O_Z n omega zeta V W z i c) V l g) /\ (forall h l : nat, (h < m)%nat -> (l < n)%nat -> smooth2 (fun z => O_Z n omega zeta V W z i c) z h l) /\ smooth0 (fun zeta => O_Z n omega zeta V W z i c) zeta /\ rsum n (fun l => rsum e (fun g => V' l g * partial2 (fun V => O_Z n omega zeta V W z i c) V l g)) + rsum m (fun h => rsum n (fun l => z' h l * partial2 (fun z => O_Z n omega zeta V W z i c) z h l)) + zeta' * partial0 (fun zeta => O_Z n omega zeta V W z i c) zeta = rsum n (fun l => P W ell z i l * V' l c) + rsum n (fun l => P W ell z i l * V l c * z' i l) - O1 n V W ell z i c * ell' n omega zeta zeta' W ell z z' i.
End F7e.

Module F7f.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition P (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1 - ell i1).
Definition S' (d : nat) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q' i1 a + K' j1 a * Q i1 a).
Definition z' (d : nat) (sigma sigma' : R) (B' : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  B' i1 j1 + sigma * S' d K K' Q Q' i1 j1 + sigma' * S1 d K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (sigma' : R) (zeta : R) (zeta' : R) (B : nat -> nat -> R) (B' : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) ->
  forall i : nat, (i < m)%nat -> (forall l : nat, (l < n)%nat -> smooth2 (fun B => ln (rsum n (fun r => W i r * exp (z d sigma B K Q i r)) + omega * exp zeta)) B i l) /\ (forall a : nat, (a < d)%nat -> smooth2 (fun Q => ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) Q i a) /\ (forall l a : nat, (l < n)%nat -> (a < d)%nat -> smooth2 (fun K => ln (rsum n (fun r => W i r * exp (z d sigma B K Q i r)) + omega * exp zeta)) K l a) /\ smooth0 (fun sigma => ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) sigma /\ smooth0 (fun zeta => ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) zeta /\ rsum n (fun l => B' i l * partial2 (fun B => ln (rsum n (fun r => W i r * exp (z d sigma B K Q i r)) + omega * exp zeta)) B i l) + rsum d (fun a => Q' i a * partial2 (fun Q => ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) Q i a) + rsum n (fun l => rsum d (fun a => K' l a * partial2 (fun K => ln (rsum n (fun r => W i r * exp (z d sigma B K Q i r)) + omega * exp zeta)) K l a)) + sigma' * partial0 (fun sigma => ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) sigma + zeta' * partial0 (fun zeta => ln (rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta)) zeta = rsum n (fun l => P d sigma B K Q W ell i l * z' d sigma sigma' B' K K' Q Q' i l) + zeta' * psi omega zeta ell i.
End F7f.

Module F7g.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition z (d : nat) (sigma : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + x d sigma K Q i1 j1.
Definition P_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (W : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z d sigma B K Q i1 j1) / (rsum n (fun l => W i1 l * exp (z d sigma B K Q i1 l)) + omega * exp zeta).
Definition O_Z (d n : nat) (omega sigma zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P_Z d n omega sigma zeta B K Q W i1 l * V l c1).
Definition S' (d : nat) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q' i1 a + K' j1 a * Q i1 a).
Definition x' (d : nat) (sigma sigma' : R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S' d K K' Q Q' i1 j1 + sigma' * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (e : nat) (m : nat) (n : nat) (omega : R) (sigma : R) (sigma' : R) (zeta : R) (B : nat -> nat -> R) (K : nat -> nat -> R) (K' : nat -> nat -> R) (Q : nat -> nat -> R) (Q' : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z d sigma B K Q i l)) + omega * exp zeta) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> (forall a : nat, (a < d)%nat -> smooth2 (fun Q => O_Z d n omega sigma zeta B K Q V W i c) Q i a) /\ (forall l a : nat, (l < n)%nat -> (a < d)%nat -> smooth2 (fun K => O_Z d n omega sigma zeta B K Q V W i c) K l a) /\ smooth0 (fun sigma => O_Z d n omega sigma zeta B K Q V W i c) sigma /\ rsum d (fun a => Q' i a * partial2 (fun Q => O_Z d n omega sigma zeta B K Q V W i c) Q i a) + rsum n (fun l => rsum d (fun a => K' l a * partial2 (fun K => O_Z d n omega sigma zeta B K Q V W i c) K l a)) + sigma' * partial0 (fun sigma => O_Z d n omega sigma zeta B K Q V W i c) sigma = rsum n (fun l => P_Z d n omega sigma zeta B K Q W i l * V l c * x' d sigma sigma' K K' Q Q' i l) - O_Z d n omega sigma zeta B K Q V W i c * rsum n (fun l => P_Z d n omega sigma zeta B K Q W i l * x' d sigma sigma' K K' Q Q' i l).
End F7g.

Module F8a.
Definition z1 (n : nat) (M : nat -> nat -> R) (W : nat -> nat -> R) (mu1 : nat -> R) (z : nat -> nat -> R) (b1 i1 : nat) : R :=
  rsum n (fun l => M b1 l * W i1 l * exp (z i1 l - mu1 b1)).
Definition statement : Prop :=
  forall (B : nat) (m : nat) (n : nat) (mu : R) (M : nat -> nat -> R) (W : nat -> nat -> R) (mu1 : nat -> R) (z : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  forall i : nat, (i < m)%nat -> rsum B (fun h => exp (mu1 h - mu) * z1 n M W mu1 z h i) = rsum n (fun l => W i l * exp (z i l - mu)).
End F8a.

Module F8b.
Definition n1 (n : nat) (M : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (mu1 : nat -> R) (z : nat -> nat -> R) (b1 i1 c1 : nat) : R :=
  rsum n (fun l => M b1 l * V l c1 * W i1 l * exp (z i1 l - mu1 b1)).
Definition statement : Prop :=
  forall (B : nat) (e : nat) (m : nat) (n : nat) (mu : R) (M : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (mu1 : nat -> R) (z : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> rsum B (fun h => M h j) = 1) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> rsum B (fun h => exp (mu1 h - mu) * n1 n M V W mu1 z h i c) = rsum n (fun l => V l c * W i l * exp (z i l - mu)).
End F8b.

Module F8c.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (mu : R) (mu_1 : R) (mu_2 : R) (M : nat -> R) (M' : nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i : nat, (i < m)%nat -> rsum n (fun j => (M j + M' j) * W i j * exp (z i j - mu)) = exp (mu_1 - mu) * rsum n (fun j => M j * W i j * exp (z i j - mu_1)) + exp (mu_2 - mu) * rsum n (fun j => M' j * W i j * exp (z i j - mu_2)).
End F8c.

Module F8d.
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (mu : R) (mu_1 : R) (mu_2 : R) (M : nat -> R) (M' : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> rsum n (fun j => (M j + M' j) * V j c * W i j * exp (z i j - mu)) = exp (mu_1 - mu) * rsum n (fun j => M j * V j c * W i j * exp (z i j - mu_1)) + exp (mu_2 - mu) * rsum n (fun j => M' j * V j c * W i j * exp (z i j - mu_2)).
End F8d.

Module F8e.
Definition z1 (n : nat) (M : nat -> nat -> R) (W : nat -> nat -> R) (mu : nat -> R) (z : nat -> nat -> R) (b1 i1 : nat) : R :=
  rsum n (fun l => M b1 l * W i1 l * exp (z i1 l - mu b1)).
Definition statement : Prop :=
  forall (B : nat) (m : nat) (n : nat) (M : nat -> nat -> R) (N : nat -> nat -> R) (W : nat -> nat -> R) (mu : nat -> R) (z : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall b i j : nat, (b < B)%nat -> (i < m)%nat -> (j < n)%nat -> M b j * N b i * W i j = 0) ->
  forall b i : nat, (b < B)%nat -> (i < m)%nat -> N b i * z1 n M W mu z b i = 0.
End F8e.

Module F8f.
Definition n1 (n : nat) (M : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (mu : nat -> R) (z : nat -> nat -> R) (b1 i1 c1 : nat) : R :=
  rsum n (fun l => M b1 l * V l c1 * W i1 l * exp (z i1 l - mu b1)).
Definition statement : Prop :=
  forall (B : nat) (e : nat) (m : nat) (n : nat) (M : nat -> nat -> R) (N : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (mu : nat -> R) (z : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall b i j : nat, (b < B)%nat -> (i < m)%nat -> (j < n)%nat -> M b j * N b i * W i j = 0) ->
  forall b c i : nat, (b < B)%nat -> (c < e)%nat -> (i < m)%nat -> N b i * n1 n M V W mu z b i c = 0.
End F8f.

Module F8g.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (W : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (z : nat -> R) (z1 : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i : nat, (i < m)%nat -> 0 < z i + omega * exp (zeta - mu i)) ->
  (forall i : nat, (i < m)%nat -> exp (ell i) = rsum n (fun j => W i j * exp (z1 i j)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> z i = rsum n (fun j => W i j * exp (z1 i j - mu i))) ->
  forall i : nat, (i < m)%nat -> ell i = mu i + ln (z i + omega * exp (zeta - mu i)).
End F8g.

Module F8h.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z1 : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z1 i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z1 : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z1 i1 l * V l c1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (n1 : nat -> nat -> R) (z : nat -> R) (z1 : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i : nat, (i < m)%nat -> 0 < z i + omega * exp (zeta - mu i)) ->
  (forall i : nat, (i < m)%nat -> exp (ell i) = rsum n (fun l => W i l * exp (z1 i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> z i = rsum n (fun l => W i l * exp (z1 i l - mu i))) ->
  (forall c i : nat, (c < e)%nat -> (i < m)%nat -> n1 i c = rsum n (fun l => V l c * W i l * exp (z1 i l - mu i))) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> O1 n V W ell z1 i c = n1 i c / (z i + omega * exp (zeta - mu i)).
End F8h.

Module F8i.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> P_Z n omega zeta W z i j = W i j * exp (z i j - ell i).
End F8i.

Module F8j.
Definition statement : Prop :=
  forall (B : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (M : nat -> nat -> R) (dx : nat -> nat -> R),
  (0 < B)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall j : nat, (j < n)%nat -> rsum B (fun b => M b j) = 1) ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> rsum B (fun b => sigma * rsum n (fun l => K l a * M b l * dx i l)) = sigma * rsum n (fun l => K l a * dx i l).
End F8j.

Module F8k.
Definition statement : Prop :=
  forall (R1 : nat) (d : nat) (m : nat) (n : nat) (sigma : R) (N : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R),
  (0 < R1)%nat ->
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i : nat, (i < m)%nat -> rsum R1 (fun p => N p i) = 1) ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> rsum R1 (fun p => sigma * rsum m (fun h => N p h * Q h a * dx h j)) = sigma * rsum m (fun h => Q h a * dx h j).
End F8k.

Module F8l.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (R1 : nat) (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (N : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < R1)%nat ->
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i : nat, (i < m)%nat -> rsum R1 (fun p => N p i) = 1) ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> rsum R1 (fun p => rsum m (fun h => G h c * N p h * P W ell z h j)) = rsum m (fun h => G h c * P W ell z h j).
End F8l.

Module F8m.
Definition K_plus (d : nat) (I1 : nat -> nat -> R) (K : nat -> nat -> R) (e : nat -> R) (j1 x : nat) : R :=
  e x + rsum d (fun a' => I1 x a' * K j1 a').
Definition Q_plus (d : nat) (sigma : R) (I1 : nat -> nat -> R) (Q : nat -> nat -> R) (e : nat -> R) (mu : nat -> R) (i1 x : nat) : R :=
  e x * mu i1 + rsum d (fun a' => sigma * I1 x a' * Q i1 a').
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a' => K j1 a' * Q i1 a').
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (d' : nat) (m : nat) (n : nat) (sigma : R) (I1 : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (e : nat -> R) (mu : nat -> R),
  (0 < d)%nat ->
  (0 < d')%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall a b : nat, (a < d)%nat -> (b < d)%nat -> rsum d' (fun x2 => I1 x2 a * I1 x2 b) = delta a b) ->
  (forall a : nat, (a < d)%nat -> rsum d' (fun x2 => I1 x2 a * e x2) = 0) ->
  rsum d' (fun x2 => e x2 ^ 2) = 1 ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> rsum d' (fun x2 => K_plus d I1 K e j x2 * Q_plus d sigma I1 Q e mu i x2) = mu i + x d sigma K Q i j.
End F8m.

Module F8n.
Definition G_plus (e : nat) (G : nat -> nat -> R) (I1 : nat -> nat -> R) (e1 : nat -> R) (mu : nat -> R) (i1 y1 : nat) : R :=
  e1 y1 * mu i1 + rsum e (fun c' => G i1 c' * I1 y1 c').
Definition V_plus (e : nat) (I1 : nat -> nat -> R) (V : nat -> nat -> R) (e1 : nat -> R) (j1 y1 : nat) : R :=
  e1 y1 + rsum e (fun c' => I1 y1 c' * V j1 c').
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun c' => G i1 c' * V j1 c').
Definition statement : Prop :=
  forall (e : nat) (e' : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (I1 : nat -> nat -> R) (V : nat -> nat -> R) (e1 : nat -> R) (mu : nat -> R),
  (0 < e)%nat ->
  (0 < e')%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall c g : nat, (c < e)%nat -> (g < e)%nat -> rsum e' (fun y1 => I1 y1 c * I1 y1 g) = delta c g) ->
  (forall c : nat, (c < e)%nat -> rsum e' (fun y1 => I1 y1 c * e1 y1) = 0) ->
  rsum e' (fun y1 => e1 y1 ^ 2) = 1 ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> rsum e' (fun y1 => G_plus e G I1 e1 mu i y1 * V_plus e I1 V e1 j y1) = mu i + U e G V i j.
End F8n.

Module F9a.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (W : nat -> nat -> R) (mu : nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun l => W i l * exp (z i l - mu i)) + omega * exp (zeta - mu i)) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> W i j * exp (z i j - mu i) / (rsum n (fun l => W i l * exp (z i l - mu i)) + omega * exp (zeta - mu i)) = P_Z n omega zeta W z i j.
End F9a.

Module F9b.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (W : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (z : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun j => W i j * exp (z i j)) + omega * exp zeta) ->
  (forall i : nat, (i < m)%nat -> 0 < rsum n (fun j => W i j * exp (z i j - mu i)) + omega * exp (zeta - mu i)) ->
  (forall i : nat, (i < m)%nat -> ell i = ln (rsum n (fun j => W i j * exp (z i j)) + omega * exp zeta)) ->
  forall i : nat, (i < m)%nat -> mu i + ln (rsum n (fun j => W i j * exp (z i j - mu i)) + omega * exp (zeta - mu i)) = ell i.
End F9b.

Module F9c.
Definition K_sq (d : nat) (K : nat -> nat -> R) (j1 : nat) : R :=
  rsum d (fun a => K j1 a ^ 2).
Definition Q_sq (d : nat) (Q : nat -> nat -> R) (i1 : nat) : R :=
  rsum d (fun a => Q i1 a ^ 2).
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a => K j1 a * Q i1 a).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> x d sigma K Q i j ^ 2 <= sigma ^ 2 * K_sq d K j * Q_sq d Q i.
End F9c.

Module F9d.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (R1 : R) (W : nat -> nat -> R) (gamma : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= gamma i j) ->
  forall i : nat, (i < m)%nat -> rsum n (fun j => W i j * exp (R1 - gamma i j)) <= exp R1 * rsum n (fun j => W i j).
End F9d.

Module F9e.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (R1 : R) (W : nat -> nat -> R) (gamma : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= gamma i j) ->
  forall i : nat, (i < m)%nat -> exp (- R1) * rsum n (fun j => W i j) <= rsum n (fun j => W i j * exp (gamma i j - R1)).
End F9e.

Module F10a.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (o : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall c i : nat, (c < e)%nat -> (i < m)%nat -> o i c = O1 n V W ell z i c) ->
  forall i : nat, (i < m)%nat -> D1 e n G V W ell z i = rsum e (fun g => G i g * o i g).
End F10a.

Module F10b.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun c' => G i1 c' * O1 n V W ell z i1 c').
Definition G_plus (e : nat) (G : nat -> nat -> R) (I1 : nat -> nat -> R) (e1 : nat -> R) (mu : nat -> R) (i1 y1 : nat) : R :=
  e1 y1 * mu i1 + rsum e (fun c' => G i1 c' * I1 y1 c').
Definition V_plus (e : nat) (I1 : nat -> nat -> R) (V : nat -> nat -> R) (e1 : nat -> R) (j1 y1 : nat) : R :=
  e1 y1 + rsum e (fun c' => I1 y1 c' * V j1 c').
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun c' => G i1 c' * rsum n (fun l => P_Z n omega zeta W z i1 l * V l c')).
Definition U (e : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum e (fun c' => G i1 c' * V j1 c').
Definition statement : Prop :=
  forall (e : nat) (e' : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (I1 : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (e1 : nat -> R) (ell : nat -> R) (g_plus : nat -> nat -> R) (mu : nat -> R) (p : nat -> nat -> R) (v_plus : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < e')%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> p i j = P W ell z i j) ->
  (forall i : nat, (i < m)%nat -> mu i = H i - D1 e n G V W ell z i) ->
  (forall i y : nat, (i < m)%nat -> (y < e')%nat -> g_plus i y = G_plus e G I1 e1 mu i y) ->
  (forall j y : nat, (j < n)%nat -> (y < e')%nat -> v_plus j y = V_plus e I1 V e1 j y) ->
  (forall c g : nat, (c < e)%nat -> (g < e)%nat -> rsum e' (fun y1 => I1 y1 c * I1 y1 g) = delta c g) ->
  (forall c : nat, (c < e)%nat -> rsum e' (fun y1 => I1 y1 c * e1 y1) = 0) ->
  rsum e' (fun y1 => e1 y1 ^ 2) = 1 ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> (forall i' : nat, (i' < m)%nat -> smooth2 (fun z => L e n omega zeta G H V W z i') z i j) /\ rsum m (fun i' => partial2 (fun z => L e n omega zeta G H V W z i') z i j) = p i j * rsum e' (fun y1 => g_plus i y1 * v_plus j y1).
End F10b.

Module F10c.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (p : nat -> nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> p i j = P W ell z i j) ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> (forall i' : nat, (i' < m)%nat -> smooth2 (fun V => L e n omega zeta G H V W z i') V j c) /\ rsum m (fun i' => partial2 (fun V => L e n omega zeta G H V W z i') V j c) = rsum m (fun i' => G i' c * p i' j).
End F10c.

Module F10d.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  (forall i : nat, (i < m)%nat -> mu i = H i - D1 e n G V W ell z i) ->
  (forall i' : nat, (i' < m)%nat -> smooth0 (fun zeta => L e n omega zeta G H V W z i') zeta) /\ rsum m (fun i' => partial0 (fun zeta => L e n omega zeta G H V W z i') zeta) = rsum m (fun i' => mu i' * psi omega zeta ell i').
End F10d.

Module F10e.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (dy : nat -> nat -> R) (x : nat -> nat -> R) (y_s : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> y_s i j = y kappa x i j) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> smooth2 (fun x => rsum m (fun h => rsum n (fun l => dy h l * y kappa x h l))) x i j /\ partial2 (fun x => rsum m (fun h => rsum n (fun l => dy h l * y kappa x h l))) x i j = (1 - y_s i j ^ 2 / kappa ^ 2) * dy i j.
End F10e.

Module F10f.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition ell' (n : nat) (omega zeta zeta' : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * z' i1 l) + zeta' * psi omega zeta ell i1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (omega : R) (zeta : R) (zeta' : R) (W : nat -> nat -> R) (ell : nat -> R) (p : nat -> nat -> R) (s : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> p i j = P W ell z i j) ->
  (forall i : nat, (i < m)%nat -> s i = rsum n (fun l => p i l * z' i l)) ->
  forall i : nat, (i < m)%nat -> ell' n omega zeta zeta' W ell z z' i = s i + zeta' * psi omega zeta ell i.
End F10f.

Module F10g.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition psi (omega zeta : R) (ell : nat -> R) (i1 : nat) : R :=
  omega * exp (zeta - ell i1).
Definition ell' (n : nat) (omega zeta zeta' : R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R) (i1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * z' i1 l) + zeta' * psi omega zeta ell i1.
Definition O' (n : nat) (omega zeta zeta' : R) (V : nat -> nat -> R) (V' : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V' l c1) + rsum n (fun l => P W ell z i1 l * V l c1 * z' i1 l) - O1 n V W ell z i1 c1 * ell' n omega zeta zeta' W ell z z' i1.
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (zeta' : R) (V : nat -> nat -> R) (V' : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (lambda : nat -> R) (n1 : nat -> nat -> R) (o : nat -> nat -> R) (p : nat -> nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> p i j = P W ell z i j) ->
  (forall c i : nat, (c < e)%nat -> (i < m)%nat -> o i c = O1 n V W ell z i c) ->
  (forall i : nat, (i < m)%nat -> lambda i = ell' n omega zeta zeta' W ell z z' i) ->
  (forall c i : nat, (c < e)%nat -> (i < m)%nat -> n1 i c = rsum n (fun l => (V l c * z' i l + V' l c) * p i l)) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> O' n omega zeta zeta' V V' W ell z z' i c = n1 i c - lambda i * o i c.
End F10g.

Module F10h.
Definition z (B : nat -> nat -> R) (y : nat -> nat -> R) (i1 j1 : nat) : R :=
  B i1 j1 + y i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (B : nat -> nat -> R) (y : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> z B y i j = B i j + y i j.
End F10h.

Module F10i.
Definition theta (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  1 - 2 / (exp (2 * x i1 j1 / kappa) + 1).
Definition y (kappa : R) (x : nat -> nat -> R) (i1 j1 : nat) : R :=
  kappa * theta kappa x i1 j1.
Definition statement : Prop :=
  forall (m : nat) (n : nat) (kappa : R) (x : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  0 < kappa ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> y kappa x i j = kappa * theta kappa x i j.
End F10i.

Module F10j.
Definition Q_plus (d : nat) (sigma : R) (I1 : nat -> nat -> R) (Q : nat -> nat -> R) (e : nat -> R) (mu : nat -> R) (i1 x : nat) : R :=
  e x * mu i1 + rsum d (fun a' => sigma * I1 x a' * Q i1 a').
Definition K_plus (d : nat) (I1 : nat -> nat -> R) (K : nat -> nat -> R) (e : nat -> R) (j1 x : nat) : R :=
  e x + rsum d (fun a' => I1 x a' * K j1 a').
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun a' => K j1 a' * Q i1 a').
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (d' : nat) (m : nat) (n : nat) (sigma : R) (I1 : nat -> nat -> R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (e : nat -> R) (k_plus : nat -> nat -> R) (mu : nat -> R) (q_plus : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < d')%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i x1 : nat, (i < m)%nat -> (x1 < d')%nat -> q_plus i x1 = Q_plus d sigma I1 Q e mu i x1) ->
  (forall j x1 : nat, (j < n)%nat -> (x1 < d')%nat -> k_plus j x1 = K_plus d I1 K e j x1) ->
  (forall a b : nat, (a < d)%nat -> (b < d)%nat -> rsum d' (fun x2 => I1 x2 a * I1 x2 b) = delta a b) ->
  (forall a : nat, (a < d)%nat -> rsum d' (fun x2 => I1 x2 a * e x2) = 0) ->
  rsum d' (fun x2 => e x2 ^ 2) = 1 ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> mu i + x d sigma K Q i j = rsum d' (fun x2 => k_plus j x2 * q_plus i x2).
End F10j.

Module F10k.
Definition Q_plus (d : nat) (sigma : R) (I1 : nat -> nat -> R) (Q : nat -> nat -> R) (e : nat -> R) (mu : nat -> R) (i1 x1 : nat) : R :=
  e x1 * mu i1 + rsum d (fun a => sigma * I1 x1 a * Q i1 a).
Definition statement : Prop :=
  forall (d : nat) (d' : nat) (m : nat) (sigma : R) (I1 : nat -> nat -> R) (Q : nat -> nat -> R) (e : nat -> R) (mu : nat -> R),
  (0 < d)%nat ->
  (0 < d')%nat ->
  (0 < m)%nat ->
  forall i x : nat, (i < m)%nat -> (x < d')%nat -> Q_plus d sigma I1 Q e mu i x = e x * mu i + rsum d (fun a => sigma * I1 x a * Q i a).
End F10k.

Module F10l.
Definition K_plus (d : nat) (I1 : nat -> nat -> R) (K : nat -> nat -> R) (e : nat -> R) (j1 x1 : nat) : R :=
  e x1 + rsum d (fun a => I1 x1 a * K j1 a).
Definition statement : Prop :=
  forall (d : nat) (d' : nat) (n : nat) (I1 : nat -> nat -> R) (K : nat -> nat -> R) (e : nat -> R),
  (0 < d)%nat ->
  (0 < d')%nat ->
  (0 < n)%nat ->
  forall j x : nat, (j < n)%nat -> (x < d')%nat -> K_plus d I1 K e j x = e x + rsum d (fun a => I1 x a * K j a).
End F10l.

Module F10m.
Definition G_plus (e : nat) (G : nat -> nat -> R) (I1 : nat -> nat -> R) (e1 : nat -> R) (mu : nat -> R) (i1 y1 : nat) : R :=
  e1 y1 * mu i1 + rsum e (fun c => G i1 c * I1 y1 c).
Definition statement : Prop :=
  forall (e : nat) (e' : nat) (m : nat) (G : nat -> nat -> R) (I1 : nat -> nat -> R) (e1 : nat -> R) (mu : nat -> R),
  (0 < e)%nat ->
  (0 < e')%nat ->
  (0 < m)%nat ->
  forall i y : nat, (i < m)%nat -> (y < e')%nat -> G_plus e G I1 e1 mu i y = e1 y * mu i + rsum e (fun c => G i c * I1 y c).
End F10m.

Module F10n.
Definition V_plus (e : nat) (I1 : nat -> nat -> R) (V : nat -> nat -> R) (e1 : nat -> R) (j1 y1 : nat) : R :=
  e1 y1 + rsum e (fun c => I1 y1 c * V j1 c).
Definition statement : Prop :=
  forall (e : nat) (e' : nat) (n : nat) (I1 : nat -> nat -> R) (V : nat -> nat -> R) (e1 : nat -> R),
  (0 < e)%nat ->
  (0 < e')%nat ->
  (0 < n)%nat ->
  forall j y : nat, (j < n)%nat -> (y < e')%nat -> V_plus e I1 V e1 j y = e1 y + rsum e (fun c => I1 y c * V j c).
End F10n.

Module F10o.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition O1 (n : nat) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 c1 : nat) : R :=
  rsum n (fun l => P W ell z i1 l * V l c1).
Definition D1 (e n : nat) (G : nat -> nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  rsum e (fun g => G i1 g * O1 n V W ell z i1 g).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (D_s : nat -> R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i : nat, (i < m)%nat -> D_s i = D1 e n G V W ell z i) ->
  forall i : nat, (i < m)%nat -> H i - D1 e n G V W ell z i = H i - D_s i.
End F10o.

Module F10p.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (m : nat) (n : nat) (W : nat -> nat -> R) (ell : nat -> R) (p : nat -> nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> p i j = P W ell z i j) ->
  forall i : nat, (i < m)%nat -> rsum n (fun l => P W ell z i l * z' i l) = rsum n (fun l => p i l * z' i l).
End F10p.

Module F10q.
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (V : nat -> nat -> R) (V' : nat -> nat -> R) (W : nat -> nat -> R) (ell : nat -> R) (p : nat -> nat -> R) (z : nat -> nat -> R) (z' : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> p i j = P W ell z i j) ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> rsum n (fun l => P W ell z i l * (V l c * z' i l + V' l c)) = rsum n (fun l => V' l c * p i l) + rsum n (fun l => V l c * p i l * z' i l).
End F10q.

Module F10r.
Definition Q_sq (d : nat) (Q : nat -> nat -> R) (i1 : nat) : R :=
  rsum d (fun a => Q i1 a ^ 2).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (Q : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  forall i : nat, (i < m)%nat -> Q_sq d Q i = rsum d (fun a => Q i a ^ 2).
End F10r.

Module F10s.
Definition Q_s (sigma : R) (Q : nat -> nat -> R) (i1 a1 : nat) : R :=
  sigma * Q i1 a1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (sigma : R) (Q : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> Q_s sigma Q i a = sigma * Q i a.
End F10s.

Module F10t.
Definition Q_s (sigma : R) (Q : nat -> nat -> R) (i1 a1 : nat) : R :=
  sigma * Q i1 a1.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (q_s : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall a i : nat, (a < d)%nat -> (i < m)%nat -> q_s i a = Q_s sigma Q i a) ->
  forall i j : nat, (i < m)%nat -> (j < n)%nat -> x d sigma K Q i j = rsum d (fun b => K j b * q_s i b).
End F10t.

Module F10u.
Definition Q_s (sigma : R) (Q : nat -> nat -> R) (i1 a1 : nat) : R :=
  sigma * Q i1 a1.
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R) (q_s : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall a i : nat, (a < d)%nat -> (i < m)%nat -> q_s i a = Q_s sigma Q i a) ->
  forall a j : nat, (a < d)%nat -> (j < n)%nat -> smooth2 (fun K => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) K j a /\ partial2 (fun K => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) K j a = rsum m (fun h => dx h j * q_s h a).
End F10u.

Module F10v.
Definition R1 (n : nat) (K : nat -> nat -> R) (dx : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun j => K j a1 * dx i1 j).
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (K : nat -> nat -> R) (dx : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> R1 n K dx i a = rsum n (fun j => K j a * dx i j).
End F10v.

Module F10w.
Definition R1 (n : nat) (K : nat -> nat -> R) (dx : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun l => K l a1 * dx i1 l).
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R) (r : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall a i : nat, (a < d)%nat -> (i < m)%nat -> r i a = R1 n K dx i a) ->
  forall a i : nat, (a < d)%nat -> (i < m)%nat -> smooth2 (fun Q => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) Q i a /\ partial2 (fun Q => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) Q i a = sigma * r i a.
End F10w.

Module F10x.
Definition R1 (n : nat) (K : nat -> nat -> R) (dx : nat -> nat -> R) (i1 a1 : nat) : R :=
  rsum n (fun l => K l a1 * dx i1 l).
Definition S1 (d : nat) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  rsum d (fun b => K j1 b * Q i1 b).
Definition x (d : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (i1 j1 : nat) : R :=
  sigma * S1 d K Q i1 j1.
Definition statement : Prop :=
  forall (d : nat) (m : nat) (n : nat) (sigma : R) (K : nat -> nat -> R) (Q : nat -> nat -> R) (dx : nat -> nat -> R) (r : nat -> nat -> R),
  (0 < d)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall a i : nat, (a < d)%nat -> (i < m)%nat -> r i a = R1 n K dx i a) ->
  smooth0 (fun sigma => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) sigma /\ partial0 (fun sigma => rsum m (fun h => rsum n (fun l => dx h l * x d sigma K Q h l))) sigma = rsum m (fun h => rsum d (fun b => Q h b * r h b)).
End F10x.

Module F10y.
Definition G_mu (G : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (i1 c1 : nat) : R :=
  G i1 c1 * exp (mu i1 - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (G : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  forall c i : nat, (c < e)%nat -> (i < m)%nat -> G_mu G ell mu i c = G i c * exp (mu i - ell i).
End F10y.

Module F10z.
Definition P_Z (n : nat) (omega zeta : R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1) / (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta).
Definition L (e n : nat) (omega zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (z : nat -> nat -> R) (i1 : nat) : R :=
  H i1 * ln (rsum n (fun l => W i1 l * exp (z i1 l)) + omega * exp zeta) + rsum e (fun g => G i1 g * rsum n (fun l => P_Z n omega zeta W z i1 l * V l g)).
Definition G_mu (G : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (i1 c1 : nat) : R :=
  G i1 c1 * exp (mu i1 - ell i1).
Definition P (W : nat -> nat -> R) (ell : nat -> R) (z : nat -> nat -> R) (i1 j1 : nat) : R :=
  W i1 j1 * exp (z i1 j1 - ell i1).
Definition statement : Prop :=
  forall (e : nat) (m : nat) (n : nat) (omega : R) (zeta : R) (G : nat -> nat -> R) (H : nat -> R) (V : nat -> nat -> R) (W : nat -> nat -> R) (e_s : nat -> nat -> R) (ell : nat -> R) (mu : nat -> R) (z : nat -> nat -> R),
  (0 < e)%nat ->
  (0 < m)%nat ->
  (0 < n)%nat ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> 0 <= W i j) ->
  0 <= omega ->
  (forall h : nat, (h < m)%nat -> 0 < rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta) ->
  (forall h : nat, (h < m)%nat -> ell h = ln (rsum n (fun l => W h l * exp (z h l)) + omega * exp zeta)) ->
  (forall i j : nat, (i < m)%nat -> (j < n)%nat -> e_s i j = W i j * exp (z i j - mu i)) ->
  forall c j : nat, (c < e)%nat -> (j < n)%nat -> (forall i' : nat, (i' < m)%nat -> smooth2 (fun V => L e n omega zeta G H V W z i') V j c) /\ rsum m (fun i' => partial2 (fun V => L e n omega zeta G H V W z i') V j c) = rsum m (fun i' => G_mu G ell mu i' c * e_s i' j).
End F10z.
