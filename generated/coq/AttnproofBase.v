(** What the printed statements and proofs rest on: finite sums over nat -> R, deltas, partial derivatives, signs. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** ** What statements are made of *)

Fixpoint rsum (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => rsum m f + f m end.

Definition delta (i j : nat) : R := if Nat.eqb i j then 1 else 0.

Definition bump1 (x : nat -> R) (k : nat) (t : R) : nat -> R := fun j => x j + t * delta j k.
Definition bump2 (x : nat -> nat -> R) (k l : nat) (t : R) : nat -> nat -> R :=
  fun i j => x i j + t * (delta i k * delta j l).
Definition bump3 (x : nat -> nat -> nat -> R) (k l m : nat) (t : R) : nat -> nat -> nat -> R :=
  fun h i j => x h i j + t * (delta h k * delta i l * delta j m).
Definition bump4 (x : nat -> nat -> nat -> nat -> R) (k l m r : nat) (t : R) : nat -> nat -> nat -> nat -> R :=
  fun g h i j => x g h i j + t * (delta g k * delta h l * delta i m * delta j r).

Definition partial0 (F : R -> R) (x : R) : R := Derive F x.
Definition partial1 (F : (nat -> R) -> R) (x : nat -> R) (k : nat) : R := Derive (fun t => F (bump1 x k t)) 0.
Definition partial2 (F : (nat -> nat -> R) -> R) (x : nat -> nat -> R) (k l : nat) : R :=
  Derive (fun t => F (bump2 x k l t)) 0.
Definition partial3 (F : (nat -> nat -> nat -> R) -> R) (x : nat -> nat -> nat -> R) (k l m : nat) : R :=
  Derive (fun t => F (bump3 x k l m t)) 0.
Definition partial4 (F : (nat -> nat -> nat -> nat -> R) -> R) (x : nat -> nat -> nat -> nat -> R) (k l m r : nat) : R :=
  Derive (fun t => F (bump4 x k l m r t)) 0.

Definition smooth0 (F : R -> R) (x : R) : Prop := ex_derive F x.
Definition smooth1 (F : (nat -> R) -> R) (x : nat -> R) (k : nat) : Prop := ex_derive (fun t => F (bump1 x k t)) 0.
Definition smooth2 (F : (nat -> nat -> R) -> R) (x : nat -> nat -> R) (k l : nat) : Prop :=
  ex_derive (fun t => F (bump2 x k l t)) 0.
Definition smooth3 (F : (nat -> nat -> nat -> R) -> R) (x : nat -> nat -> nat -> R) (k l m : nat) : Prop :=
  ex_derive (fun t => F (bump3 x k l m t)) 0.
Definition smooth4 (F : (nat -> nat -> nat -> nat -> R) -> R) (x : nat -> nat -> nat -> nat -> R) (k l m r : nat) : Prop :=
  ex_derive (fun t => F (bump4 x k l m r t)) 0.

(** Rank r: the matrix is a product of r independent columns and r independent rows. *)
Definition has_rank (n : nat) (A : nat -> nat -> R) (r : nat) : Prop :=
  exists B C : nat -> nat -> R,
    (forall i j, (i < n)%nat -> (j < n)%nat -> A i j = rsum r (fun k => B i k * C k j)) /\
    (forall x, (forall i, (i < n)%nat -> rsum r (fun k => B i k * x k) = 0) -> forall k, (k < r)%nat -> x k = 0) /\
    (forall y, (forall j, (j < n)%nat -> rsum r (fun k => y k * C k j) = 0) -> forall k, (k < r)%nat -> y k = 0).

(** A statement that a proof may use, and that no tactic looks into, for it has two cases. *)
Inductive given (P : Prop) : Prop := Given : P -> given P | Never : False -> given P.

Lemma taken (P : Prop) : given P -> P.
Proof. intros [H|[]]. exact H. Qed.

(** ** Sums *)

Lemma rsum_ext n f g : (forall j, (j < n)%nat -> f j = g j) -> rsum n f = rsum n g.
Proof. induction n as [|n IH]; intro H; simpl; [reflexivity|]. rewrite IH, (H n); auto. Qed.

Lemma rsum_plus n f g : rsum n (fun j => f j + g j) = rsum n f + rsum n g.
Proof. induction n; simpl; [lra|]. rewrite IHn. lra. Qed.

Lemma rsum_scal n k f : rsum n (fun j => k * f j) = k * rsum n f.
Proof. induction n; simpl; [lra|]. rewrite IHn. lra. Qed.

Lemma rsum_scal_r n k f : rsum n (fun j => f j * k) = rsum n f * k.
Proof. induction n; simpl; [lra|]. rewrite IHn. lra. Qed.

Lemma rsum_lin n k g f : rsum n (fun j => g j + k * f j) = rsum n g + k * rsum n f.
Proof. rewrite rsum_plus, rsum_scal. reflexivity. Qed.

Lemma rsum_zero n : rsum n (fun _ => 0) = 0.
Proof. induction n; simpl; [reflexivity|]. rewrite IHn. lra. Qed.

Lemma rsum_vanish n f : (forall j, (j < n)%nat -> f j = 0) -> rsum n f = 0.
Proof. intro H. rewrite (rsum_ext n f (fun _ => 0) H). apply rsum_zero. Qed.

Lemma rsum_one n : rsum n (fun _ => 1) = INR n.
Proof. induction n; [reflexivity|]. simpl rsum. rewrite IHn, S_INR. reflexivity. Qed.

Lemma rsum_swap n m f :
  rsum n (fun i => rsum m (fun j => f i j)) = rsum m (fun j => rsum n (fun i => f i j)).
Proof.
  induction n; simpl.
  - symmetry. apply rsum_zero.
  - rewrite IHn. rewrite rsum_plus. reflexivity.
Qed.

Lemma delta_refl i : delta i i = 1.
Proof. unfold delta. rewrite Nat.eqb_refl. reflexivity. Qed.

Lemma delta_neq i j : i <> j -> delta i j = 0.
Proof. intro H. unfold delta. apply Nat.eqb_neq in H. rewrite H. reflexivity. Qed.

Lemma delta_sym i j : delta i j = delta j i.
Proof. unfold delta. rewrite Nat.eqb_sym. reflexivity. Qed.

Lemma delta_nonneg i j : 0 <= delta i j.
Proof. unfold delta. destruct (Nat.eqb i j); lra. Qed.

Lemma rsum_delta n k f : (k < n)%nat -> rsum n (fun j => delta j k * f j) = f k.
Proof.
  induction n as [|n IH]; intro H; [lia|]. simpl.
  destruct (Nat.eq_dec k n) as [->|Hne].
  - rewrite delta_refl. rewrite (rsum_vanish n); [lra|].
    intros j Hj. rewrite delta_neq by lia. lra.
  - rewrite IH by lia. rewrite (delta_neq n k) by lia. lra.
Qed.

Lemma rsum_delta_r n k f : (k < n)%nat -> rsum n (fun j => delta k j * f j) = f k.
Proof.
  intro H. rewrite <- (rsum_delta n k f H). apply rsum_ext. intros j _. rewrite delta_sym. reflexivity.
Qed.

Lemma rsum_pos n f : (0 < n)%nat -> (forall j, (j < n)%nat -> 0 < f j) -> 0 < rsum n f.
Proof.
  induction n as [|n IH]; intros Hn H; [lia|]. simpl.
  destruct n; [simpl; specialize (H 0%nat); assert (0 < f 0%nat) by (apply H; lia); lra|].
  assert (0 < f (S n)) by (apply H; lia).
  assert (0 < rsum (S n) f) by (apply IH; [lia|intros; apply H; lia]). lra.
Qed.

Lemma rsum_nonneg n f : (forall j, (j < n)%nat -> 0 <= f j) -> 0 <= rsum n f.
Proof.
  induction n as [|n IH]; intro H; simpl; [lra|].
  assert (0 <= f n) by (apply H; lia). assert (0 <= rsum n f) by (apply IH; intros; apply H; lia). lra.
Qed.

Lemma rsum_zero_each n f :
  (forall j, (j < n)%nat -> 0 <= f j) -> rsum n f = 0 -> forall j, (j < n)%nat -> f j = 0.
Proof.
  induction n as [|n IH]; intros H E j Hj; [lia|]. simpl in E.
  assert (0 <= f n) by (apply H; lia).
  assert (0 <= rsum n f) by (apply rsum_nonneg; intros; apply H; lia).
  destruct (Nat.eq_dec j n) as [->|Hne]; [lra|].
  apply IH; [intros; apply H; lia|lra|lia].
Qed.

(** ** Derivatives, with the value beside: dual f x y l says f x = y and f' x = l *)

Definition dual (f : R -> R) (x y l : R) : Prop := f x = y /\ is_derive f x l.

Lemma dual_const c x : dual (fun _ => c) x c 0.
Proof. split; [reflexivity|]. apply @is_derive_const. Qed.

Lemma dual_id x : dual (fun t => t) x x 1.
Proof. split; [reflexivity|]. apply @is_derive_id. Qed.

Lemma dual_plus f g x y z a b : dual f x y a -> dual g x z b -> dual (fun t => f t + g t) x (y + z) (a + b).
Proof. intros [<- H] [<- K]. split; [reflexivity|]. apply @is_derive_plus; assumption. Qed.

Lemma dual_minus f g x y z a b : dual f x y a -> dual g x z b -> dual (fun t => f t - g t) x (y - z) (a - b).
Proof. intros [<- H] [<- K]. split; [reflexivity|]. apply @is_derive_minus; assumption. Qed.

Lemma dual_opp f x y a : dual f x y a -> dual (fun t => - f t) x (- y) (- a).
Proof. intros [<- H]. split; [reflexivity|]. apply @is_derive_opp; assumption. Qed.

Lemma dual_mult f g x y z a b :
  dual f x y a -> dual g x z b -> dual (fun t => f t * g t) x (y * z) (a * z + y * b).
Proof.
  intros [<- H] [<- K]. split; [reflexivity|].
  apply (is_derive_mult f g x a b H K). intros; apply Rmult_comm.
Qed.

Lemma dual_scal c g x z b : dual g x z b -> dual (fun t => c * g t) x (c * z) (c * b).
Proof. intros [<- K]. split; [reflexivity|]. apply is_derive_scal; assumption. Qed.

Lemma dual_scal_r f c x y a : dual f x y a -> dual (fun t => f t * c) x (y * c) (a * c).
Proof.
  intros [<- K]. split; [reflexivity|].
  apply (is_derive_ext (fun t => c * f t)); [intro; apply Rmult_comm|].
  rewrite (Rmult_comm a c). apply is_derive_scal; assumption.
Qed.

Lemma dual_inv f x y a : y <> 0 -> dual f x y a -> dual (fun t => / f t) x (/ y) (- a / (y * y)).
Proof.
  intros Hy [<- H]. split; [reflexivity|].
  replace (- a / (f x * f x)) with (- a / f x ^ 2) by (field; assumption).
  apply is_derive_inv; assumption.
Qed.

Lemma dual_div f g x y z a b :
  z <> 0 -> dual f x y a -> dual g x z b -> dual (fun t => f t / g t) x (y / z) (a / z - y * b / (z * z)).
Proof.
  intros Hz H K. pose proof (dual_mult _ _ _ _ _ _ _ H (dual_inv _ _ _ _ Hz K)) as [P Q]. split; [exact P|].
  replace (a / z - y * b / (z * z)) with (a * / z + y * (- b / (z * z))) by (field; assumption). exact Q.
Qed.

Lemma dual_div_c f c x y a : dual f x y a -> dual (fun t => f t / c) x (y / c) (a / c).
Proof. unfold Rdiv. apply dual_scal_r. Qed.

Lemma dual_pow f n c x y a :
  c = INR n -> dual f x y a -> dual (fun t => f t ^ n) x (y ^ n) (c * a * y ^ pred n).
Proof. intros -> [<- H]. split; [reflexivity|]. apply is_derive_pow; assumption. Qed.

Lemma dual_exp f x y a : dual f x y a -> dual (fun t => exp (f t)) x (exp y) (exp y * a).
Proof.
  intros [<- H]. split; [reflexivity|]. rewrite Rmult_comm.
  apply (is_derive_comp exp f x (exp (f x)) a); [|exact H]. apply is_derive_exp.
Qed.

Lemma dual_ln f x y a : 0 < y -> dual f x y a -> dual (fun t => ln (f t)) x (ln y) (a / y).
Proof.
  intros Hy [<- H]. split; [reflexivity|].
  apply (is_derive_comp ln f x (/ f x) a); [|exact H]. apply is_derive_ln; assumption.
Qed.

Lemma dual_Rpower f g x y z a b :
  0 < y -> dual f x y a -> dual g x z b ->
  dual (fun t => Rpower (f t) (g t)) x (Rpower y z) (Rpower y z * (b * ln y + z * (a / y))).
Proof.
  intros Hy H K. unfold Rpower. apply dual_exp. apply dual_mult; [exact K|]. apply dual_ln; assumption.
Qed.

Lemma dual_rsum n (f : R -> nat -> R) x (y l : nat -> R) :
  (forall j, (j < n)%nat -> dual (fun t => f t j) x (y j) (l j)) ->
  dual (fun t => rsum n (f t)) x (rsum n y) (rsum n l).
Proof.
  induction n as [|n IH]; intro H; simpl; [apply dual_const|].
  apply (dual_plus (fun t => rsum n (f t)) (fun t => f t n)); [apply IH; intros|]; apply H; lia.
Qed.

Lemma dual_bump1 s k j : dual (fun t => bump1 s k t j) 0 (s j) (delta j k).
Proof.
  unfold bump1. split; [lra|]. pose proof (dual_plus _ _ _ _ _ _ _ (dual_const (s j) 0) (dual_scal_r _ (delta j k) _ _ _ (dual_id 0))) as [_ H].
  rewrite Rplus_0_l, Rmult_1_l in H. exact H.
Qed.

Lemma dual_bump2 s k l i j : dual (fun t => bump2 s k l t i j) 0 (s i j) (delta i k * delta j l).
Proof.
  unfold bump2. split; [lra|]. pose proof (dual_plus _ _ _ _ _ _ _ (dual_const (s i j) 0) (dual_scal_r _ (delta i k * delta j l) _ _ _ (dual_id 0))) as [_ H].
  rewrite Rplus_0_l, Rmult_1_l in H. exact H.
Qed.

Lemma dual_bump3 s k l m h i j :
  dual (fun t => bump3 s k l m t h i j) 0 (s h i j) (delta h k * delta i l * delta j m).
Proof.
  unfold bump3. split; [lra|]. pose proof (dual_plus _ _ _ _ _ _ _ (dual_const (s h i j) 0) (dual_scal_r _ (delta h k * delta i l * delta j m) _ _ _ (dual_id 0))) as [_ H].
  rewrite Rplus_0_l, Rmult_1_l in H. exact H.
Qed.

Lemma dual_bump4 s k l m r g h i j :
  dual (fun t => bump4 s k l m r t g h i j) 0 (s g h i j) (delta g k * delta h l * delta i m * delta j r).
Proof.
  unfold bump4. split; [lra|]. pose proof (dual_plus _ _ _ _ _ _ _ (dual_const (s g h i j) 0) (dual_scal_r _ (delta g k * delta h l * delta i m * delta j r) _ _ _ (dual_id 0))) as [_ H].
  rewrite Rplus_0_l, Rmult_1_l in H. exact H.
Qed.

Lemma partial0_is F x y l : dual F x y l -> partial0 F x = l.
Proof. intros [_ H]. apply is_derive_unique. exact H. Qed.
Lemma partial1_is F x k y l : dual (fun t => F (bump1 x k t)) 0 y l -> partial1 F x k = l.
Proof. intros [_ H]. apply is_derive_unique. exact H. Qed.
Lemma partial2_is F x k m y l : dual (fun t => F (bump2 x k m t)) 0 y l -> partial2 F x k m = l.
Proof. intros [_ H]. apply is_derive_unique. exact H. Qed.
Lemma partial3_is F x k m r y l : dual (fun t => F (bump3 x k m r t)) 0 y l -> partial3 F x k m r = l.
Proof. intros [_ H]. apply is_derive_unique. exact H. Qed.

Lemma partial4_is F x k m r q y l : dual (fun t => F (bump4 x k m r q t)) 0 y l -> partial4 F x k m r q = l.
Proof. intros [_ H]. apply is_derive_unique. exact H. Qed.
Lemma smooth4_is F x k m r q y l : dual (fun t => F (bump4 x k m r q t)) 0 y l -> smooth4 F x k m r q.
Proof. intros [_ H]. eexists. exact H. Qed.
Lemma partial4_ext F G x k l m r : (forall s, F s = G s) -> partial4 F x k l m r = partial4 G x k l m r.
Proof. intro H. apply Derive_ext. intro; apply H. Qed.
Lemma smooth4_ext F G x k l m r : (forall s, F s = G s) -> smooth4 G x k l m r -> smooth4 F x k l m r.
Proof. intros H. apply ex_derive_ext. intro; symmetry; apply H. Qed.

Lemma smooth0_is F x y l : dual F x y l -> smooth0 F x.
Proof. intros [_ H]. eexists. exact H. Qed.
Lemma smooth1_is F x k y l : dual (fun t => F (bump1 x k t)) 0 y l -> smooth1 F x k.
Proof. intros [_ H]. eexists. exact H. Qed.
Lemma smooth2_is F x k m y l : dual (fun t => F (bump2 x k m t)) 0 y l -> smooth2 F x k m.
Proof. intros [_ H]. eexists. exact H. Qed.
Lemma smooth3_is F x k m r y l : dual (fun t => F (bump3 x k m r t)) 0 y l -> smooth3 F x k m r.
Proof. intros [_ H]. eexists. exact H. Qed.

Lemma partial1_ext F G x k : (forall s, F s = G s) -> partial1 F x k = partial1 G x k.
Proof. intro H. apply Derive_ext. intro; apply H. Qed.
Lemma partial2_ext F G x k l : (forall s, F s = G s) -> partial2 F x k l = partial2 G x k l.
Proof. intro H. apply Derive_ext. intro; apply H. Qed.
Lemma partial3_ext F G x k l m : (forall s, F s = G s) -> partial3 F x k l m = partial3 G x k l m.
Proof. intro H. apply Derive_ext. intro; apply H. Qed.
Lemma smooth1_ext F G x k : (forall s, F s = G s) -> smooth1 G x k -> smooth1 F x k.
Proof. intros H. apply ex_derive_ext. intro; symmetry; apply H. Qed.
Lemma smooth2_ext F G x k l : (forall s, F s = G s) -> smooth2 G x k l -> smooth2 F x k l.
Proof. intros H. apply ex_derive_ext. intro; symmetry; apply H. Qed.
Lemma smooth3_ext F G x k l m : (forall s, F s = G s) -> smooth3 G x k l m -> smooth3 F x k l m.
Proof. intros H. apply ex_derive_ext. intro; symmetry; apply H. Qed.

(** ** Signs *)

Lemma INR_pos n : (0 < n)%nat -> 0 < INR n.
Proof. intro. apply lt_0_INR. assumption. Qed.

Lemma even_pow_nonneg x n : 0 <= x ^ (2 * n).
Proof. rewrite pow_mult. apply pow_le. simpl. rewrite Rmult_1_r. apply Rle_0_sqr. Qed.

Lemma sq_nonneg x : 0 <= x ^ 2.
Proof. exact (even_pow_nonneg x 1). Qed.

Lemma nz_of_pos x : 0 < x -> x <> 0.
Proof. lra. Qed.

Lemma Rinv_nonneg x : 0 <= x -> 0 <= / x.
Proof. intros [H|<-]; [apply Rlt_le, Rinv_0_lt_compat, H|rewrite Rinv_0; apply Rle_refl]. Qed.

Lemma Rdiv_nonneg x y : 0 <= x -> 0 <= y -> 0 <= x / y.
Proof. intros. apply Rmult_le_pos; [|apply Rinv_nonneg]; assumption. Qed.

Ltac by_hyp := match goal with
  | H : _ |- _ => apply H; assumption
  end.

(** 0 < e and 0 <= e, by the form of e and the hypotheses. *)
Ltac pos := cbv beta; first
  [ assumption
  | lazymatch goal with
    | |- 0 < exp _ => apply exp_pos
    | |- 0 < Rpower _ _ => apply exp_pos
    | |- 0 < _ + _ => first [ apply Rplus_lt_0_compat; pos | apply Rplus_lt_le_0_compat; pos | apply Rplus_le_lt_0_compat; pos ]
    | |- 0 < _ / _ => apply Rdiv_lt_0_compat; pos
    | |- 0 < _ * _ => first [ by_hyp | apply Rmult_lt_0_compat; pos ]
    | |- 0 < / _ => apply Rinv_0_lt_compat; pos
    | |- 0 < _ ^ _ => apply pow_lt; pos
    | |- 0 < rsum _ _ => first [ by_hyp | apply rsum_pos; [ assumption | intros; pos ] ]
    | |- 0 < INR _ => apply INR_pos; assumption
    | |- 0 < IZR _ => lra
    | |- 0 <= delta _ _ => apply delta_nonneg
    | |- 0 <= exp _ => apply Rlt_le, exp_pos
    | |- 0 <= Rpower _ _ => apply Rlt_le, exp_pos
    | |- 0 <= _ + _ => apply Rplus_le_le_0_compat; pos
    | |- 0 <= _ / _ => apply Rdiv_nonneg; pos
    | |- 0 <= _ * _ => first [ by_hyp | apply Rmult_le_pos; pos ]
    | |- 0 <= / _ => apply Rinv_nonneg; pos
    | |- 0 <= _ ^ 2 => apply sq_nonneg
    | |- 0 <= _ ^ 4 => apply (even_pow_nonneg _ 2)
    | |- 0 <= _ ^ _ => apply pow_le; pos
    | |- 0 <= rsum _ _ => apply rsum_nonneg; intros; pos
    | |- 0 <= INR _ => apply pos_INR
    | |- 0 <= IZR _ => lra
    end
  | by_hyp
  | match goal with |- 0 <= _ => apply Rlt_le; first [ assumption | by_hyp ] end ].

Ltac nz := first [ assumption | apply nz_of_pos; pos | lra ].

(** dual goals, by the syntax of the function. *)
Ltac der := cbv beta; lazymatch goal with
  | |- dual (fun _ => ?c) _ _ _ => apply dual_const
  | |- dual (fun t => t) _ _ _ => apply dual_id
  | |- dual (fun t => bump1 _ _ t _) _ _ _ => apply dual_bump1
  | |- dual (fun t => bump2 _ _ _ t _ _) _ _ _ => apply dual_bump2
  | |- dual (fun t => bump3 _ _ _ _ t _ _ _) _ _ _ => apply dual_bump3
  | |- dual (fun t => bump4 _ _ _ _ _ t _ _ _ _) _ _ _ => apply dual_bump4
  | |- dual (fun t => @?f t + @?g t) _ _ _ => apply (dual_plus f g); der
  | |- dual (fun t => @?f t - @?g t) _ _ _ => apply (dual_minus f g); der
  | |- dual (fun t => - @?f t) _ _ _ => apply (dual_opp f); der
  | |- dual (fun t => @?f t * @?g t) _ _ _ =>
      lazymatch f with
      | (fun _ => ?c) => apply (dual_scal c g); der
      | _ => lazymatch g with
             | (fun _ => ?c) => apply (dual_scal_r f c); der
             | _ => apply (dual_mult f g); der
             end
      end
  | |- dual (fun t => @?f t / @?g t) _ _ _ =>
      lazymatch g with
      | (fun _ => ?c) => apply (dual_div_c f c); der
      | _ => apply (dual_div f g); [ nz | der | der ]
      end
  | |- dual (fun t => / @?f t) _ _ _ => apply (dual_inv f); [ nz | der ]
  | |- dual (fun t => pow (@?f t) (@?m t)) _ _ _ => lazymatch m with (fun _ => ?n) => apply (dual_pow f n) end; [ simpl INR; ring | der ]
  | |- dual (fun t => exp (@?f t)) _ _ _ => apply (dual_exp f); der
  | |- dual (fun t => ln (@?f t)) _ _ _ => apply (dual_ln f); [ pos | der ]
  | |- dual (fun t => Rpower (@?f t) (@?g t)) _ _ _ => apply (dual_Rpower f g); [ pos | der | der ]
  | |- dual (fun t => rsum (@?m t) (@?f t)) _ _ _ => lazymatch m with (fun _ => ?n) => apply (dual_rsum n f) end; intros ? ?; der
  end.

(** ** Exponentials and logarithms of products *)

Lemma exp_scale (k : nat) r t m : r = INR k -> t = r * m -> exp t = exp m ^ k.
Proof.
  intros -> ->. induction k.
  - simpl. rewrite Rmult_0_l. apply exp_0.
  - rewrite S_INR. replace ((INR k + 1) * m) with (m + INR k * m) by ring.
    rewrite exp_plus, IHk. reflexivity.
Qed.

Lemma exp_scale_neg (k : nat) r t m : r = INR k -> t = - (r * m) -> exp t = / exp m ^ k.
Proof. intros E ->. rewrite exp_Ropp. f_equal. apply (exp_scale k r); [exact E | reflexivity]. Qed.

Lemma ln_over x : 0 < x -> ln (/ x) = - ln x.
Proof. apply ln_Rinv. Qed.

Lemma ln_power x n : 0 < x -> ln (x ^ n) = INR n * ln x.
Proof.
  intro H. induction n; [simpl; rewrite ln_1; ring|].
  rewrite S_INR. simpl. rewrite ln_mult; [|exact H|apply pow_lt; exact H]. rewrite IHn. ring.
Qed.

(** Field identities over variables, the nonzero ones in the context. *)
Ltac side := repeat split; first [ assumption | nz | match goal with H : ?p <> 0 |- ?q <> 0 => let E := fresh in intro E; apply H; lra end ].

(** ** Closing steps *)

Lemma used a b t : a = b -> t * (a - b) = 0.
Proof. intros ->. ring. Qed.

Lemma plus_zero a b : a = 0 -> b = 0 -> a + b = 0.
Proof. intros -> ->. ring. Qed.

Lemma log_gap x : 0 < x -> 0 <= x - 1 - ln x.
Proof.
  intro H. pose proof (exp_ineq1_le (ln x)) as K. rewrite exp_ln in K by exact H. lra.
Qed.

Lemma log_gap_zero x : 0 < x -> (x - 1 - ln x = 0 <-> x - 1 = 0).
Proof.
  intro H. split; intro E.
  - destruct (Req_dec (ln x) 0) as [L|L].
    + rewrite L in E. lra.
    + pose proof (exp_ineq1 (ln x) L) as K. rewrite exp_ln in K by exact H. lra.
  - replace x with 1 by lra. rewrite ln_1. lra.
Qed.

Lemma square_zero x : x ^ 2 = 0 <-> x = 0.
Proof. split; intro H; [|rewrite H; ring]. simpl in H. rewrite Rmult_1_r in H. destruct (Rmult_integral _ _ H); assumption. Qed.

Lemma monotone_pos (f df : R -> R) a b :
  (forall x, 0 < x -> is_derive f x (df x)) -> (forall x, 0 < x -> df x <> 0) ->
  0 < a -> 0 < b -> f a = f b -> a = b.
Proof.
  intros D S Ha Hb E. destruct (Req_dec a b) as [|N]; [assumption|exfalso].
  destruct (MVT_gen f a b df) as [c [Hc K]].
  - intros x Hx. apply D. unfold Rmin in Hx. destruct (Rle_dec a b); lra.
  - intros x Hx. apply continuity_pt_filterlim. apply @ex_derive_continuous.
    exists (df x). apply D. unfold Rmin in Hx. destruct (Rle_dec a b); lra.
  - rewrite E in K. assert (df c * (b - a) = 0) as Z by lra.
    destruct (Rmult_integral _ _ Z) as [Z1|Z1]; [|lra]. apply (S c); [|exact Z1].
    unfold Rmin in Hc. destruct (Rle_dec a b); lra.
Qed.

Lemma monotone_all (f df : R -> R) a b :
  (forall x, is_derive f x (df x)) -> (forall x, df x <> 0) -> f a = f b -> a = b.
Proof.
  intros D S E. destruct (Req_dec a b) as [|N]; [assumption|exfalso].
  destruct (MVT_gen f a b df) as [c [Hc K]].
  - intros x Hx. apply D.
  - intros x Hx. apply continuity_pt_filterlim. apply @ex_derive_continuous. exists (df x). apply D.
  - rewrite E in K. assert (df c * (b - a) = 0) as Z by lra.
    destruct (Rmult_integral _ _ Z) as [Z1|Z1]; [|lra]. exact (S c Z1).
Qed.

Lemma vanishing a b t : t = 0 -> a - b - t = 0 -> a = b.
Proof. intros -> H. lra. Qed.

Lemma continued a b q t : a = q -> t = 0 -> q - b - t = 0 -> a = b.
Proof. intros -> -> H. lra. Qed.

Lemma certified a b s t : 0 <= s -> t = 0 -> a - b - s - t = 0 -> b <= a.
Proof. intros H -> K. lra. Qed.

Lemma tight a b s t : t = 0 -> a - b - s - t = 0 -> (a = b <-> s = 0).
Proof. intros -> K. split; intro; lra. Qed.

Lemma two_zero a b : 0 <= a -> 0 <= b -> a + b = 0 -> a = 0 /\ b = 0.
Proof. intros. split; lra. Qed.

Lemma weighted w f z : 0 < w -> (f = 0 -> z = 0) -> w * f = 0 -> z = 0.
Proof. intros H K E. apply K. destruct (Rmult_integral _ _ E); [lra|assumption]. Qed.

Lemma weighted_either w f z : (f = 0 -> z = 0) -> w * f = 0 -> w * z = 0.
Proof. intros K E. destruct (Rmult_integral _ _ E) as [->|E']; [ring|rewrite (K E'); ring]. Qed.

Lemma weightless w f z : (z = 0 -> f = 0) -> w * z = 0 -> w * f = 0.
Proof. intros K E. destruct (Rmult_integral _ _ E) as [->|E']; [ring|rewrite (K E'); ring]. Qed.

Lemma weightless_pos w f z : (z = 0 -> f = 0) -> z = 0 -> w * f = 0.
Proof. intros K E. rewrite (K E). ring. Qed.

Lemma apart_zero a b : a - b = 0 -> a = b.
Proof. intro. lra. Qed.

Lemma apart_zero' a b : a = b -> a - b = 0.
Proof. intro. lra. Qed.

Lemma gap_nonneg a b : b <= a -> 0 <= a - b.
Proof. lra. Qed.

Lemma signed_lt a b : a = b -> 0 < b -> 0 < a.
Proof. intros ->. trivial. Qed.

Lemma signed_le a b : a = b -> 0 <= b -> 0 <= a.
Proof. intros ->. trivial. Qed.

Lemma signed_nz a b : a = b -> 0 < b -> a <> 0.
Proof. intros ->. lra. Qed.

Lemma signed_nz_neg a b : - a = b -> 0 < b -> a <> 0.
Proof. intros H K E. rewrite <- H, E in K. lra. Qed.

Lemma zero_times t z : z = 0 -> t * z = 0.
Proof. intros ->. ring. Qed.

Lemma factor_nz a k b : a = k * b -> 0 < a -> b <> 0.
Proof. intros -> H E. rewrite E, Rmult_0_r in H. exact (Rlt_irrefl 0 H). Qed.

Lemma root_power (q : nat) x c : INR q * c = 1 -> 0 < x -> exp (c * ln x) ^ q = x.
Proof.
  intros E H. rewrite <- (exp_scale q (INR q) (INR q * (c * ln x)) (c * ln x) eq_refl eq_refl).
  rewrite <- Rmult_assoc, E, Rmult_1_l. apply exp_ln. exact H.
Qed.

Lemma between f b : (forall x, ex_derive f x) -> (forall x, Derive f x <= b) -> f 1 - f 0 <= b.
Proof.
  intros D H. destruct (MVT_gen f 0 1 (Derive f)) as [c [_ E]].
  - intros x _. apply Derive_correct, D.
  - intros x _. apply continuity_pt_filterlim. apply @ex_derive_continuous. apply D.
  - rewrite E. specialize (H c). lra.
Qed.

(** A symmetric matrix with A 1 = 0 and A G = I - w 1^T has rank n - 1. *)
Lemma rank_of n A G w :
  (0 < n)%nat ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> A i j = A j i) ->
  (forall i, (i < n)%nat -> rsum n (fun k => A i k) = 0) ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> rsum n (fun k => A i k * G k j) = delta i j - w i) ->
  has_rank n A (n - 1).
Proof.
  intros Hn Sym One Inv. destruct n as [|m]; [lia|]. replace (S m - 1)%nat with m by lia.
  exists A, (fun k j => delta k j - delta j m). split; [|split].
  - intros i j Hi Hj. destruct (Nat.eq_dec j m) as [->|Hne].
    + rewrite (rsum_ext m _ (fun k => A i k * (-1))).
      * rewrite rsum_scal_r. pose proof (One i Hi) as E. change (rsum m (A i) + A i m = 0) in E. lra.
      * intros k Hk. rewrite delta_refl, delta_neq by lia. ring.
    + rewrite (rsum_ext m _ (fun k => delta k j * A i k)).
      * rewrite rsum_delta by lia. reflexivity.
      * intros k Hk. rewrite (delta_neq j m) by lia. ring.
  - intros x Hx.
    set (z := fun k => x k * (1 - delta k m)).
    assert (Z : forall i, (i < S m)%nat -> rsum (S m) (fun k => A i k * z k) = 0).
    { intros i Hi. simpl. unfold z at 2. rewrite delta_refl.
      rewrite (rsum_ext m _ (fun k => A i k * x k)); [rewrite Hx by assumption; ring|].
      intros k Hk. unfold z. rewrite delta_neq by lia. ring. }
    assert (K : forall j, (j < S m)%nat -> z j = rsum (S m) (fun i => w i * z i)).
    { intros j Hj.
      assert (E : rsum (S m) (fun k => G k j * rsum (S m) (fun i => A k i * z i)) = 0).
      { apply rsum_vanish. intros k Hk. rewrite Z by assumption. ring. }
      rewrite (rsum_ext (S m) _ (fun k => rsum (S m) (fun i => G k j * (A k i * z i)))) in E
        by (intros; symmetry; apply rsum_scal).
      rewrite rsum_swap in E.
      rewrite (rsum_ext (S m) _ (fun i => delta i j * z i + (-1) * (w i * z i))) in E.
      - rewrite rsum_plus, rsum_delta, rsum_scal in E by assumption. lra.
      - intros i Hi. rewrite (rsum_ext (S m) _ (fun k => A i k * G k j * z i)).
        + rewrite rsum_scal_r, Inv by assumption. ring.
        + intros k Hk. rewrite (Sym k i) by assumption. ring. }
    intros k Hk. assert (E : z m = 0) by (unfold z; rewrite delta_refl; ring).
    rewrite (K m) in E by lia. assert (z k = 0) as Q by (rewrite (K k) by lia; exact E).
    unfold z in Q. rewrite delta_neq in Q by lia. lra.
  - intros y Hy k Hk. specialize (Hy k). rewrite (rsum_ext m _ (fun i => delta i k * y i)) in Hy.
    + rewrite rsum_delta in Hy by assumption. apply Hy. lia.
    + intros i Hi. rewrite (delta_neq k m) by lia. ring.
Qed.
