CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`last_seen_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	FOREIGN KEY (`username`) REFERENCES `staff`(`username`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`username`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at_ms`);--> statement-breakpoint
CREATE TABLE `staff` (
	`username` text PRIMARY KEY NOT NULL,
	`display_name` text NOT NULL,
	`password_hash` text NOT NULL,
	`roles` text NOT NULL,
	`provinces` text,
	`filing_types` text,
	`active` integer NOT NULL,
	`locale` text NOT NULL,
	`failed_sign_ins` integer NOT NULL,
	`locked_until_ms` integer,
	`created_at_ms` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`order_no` text,
	`transition` text,
	`from_status` text,
	`to_status` text,
	`data` text NOT NULL,
	`hash` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_events_by_order` ON `audit_events` (`order_no`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_by_time` ON `audit_events` (`at_ms`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_by_actor` ON `audit_events` (`actor`,`at_ms`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_by_action` ON `audit_events` (`action`,`at_ms`,`seq`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` integer PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`data_sequence` integer NOT NULL,
	`submission_keys` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`first_attempt_at_ms` integer,
	`msg_code` integer,
	CONSTRAINT "batches_state" CHECK(state in ('OPEN', 'ACCEPTED', 'REFUSED'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `batches_one_open` ON `batches` (`province_code`) WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX `batches_by_number` ON `batches` (`province_code`,`data_sequence`);--> statement-breakpoint
CREATE TABLE `filings` (
	`account_id` text PRIMARY KEY NOT NULL,
	`entity_token` text,
	`entity_filing_number` text,
	`order_no` text NOT NULL,
	`since_ms` integer NOT NULL,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `provinces` (
	`province_code` text PRIMARY KEY NOT NULL,
	`last_sequence` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `submission_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_key` text NOT NULL,
	`at_ms` integer NOT NULL,
	`action` text NOT NULL,
	`data` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `submission_events_by_key` ON `submission_events` (`submission_key`,`id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`submission_key` text PRIMARY KEY NOT NULL,
	`order_no` text NOT NULL,
	`submission_no` integer NOT NULL,
	`province_code` text NOT NULL,
	`stage` text NOT NULL,
	`pushed_at_ms` integer NOT NULL,
	`since_ms` integer NOT NULL,
	`data_sequence` integer,
	`deadline_ms` integer,
	`attempts_left` integer,
	`resends_left` integer,
	`filing_numbers` text,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_stage" CHECK(stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW', 'RETURNED', 'DONE', 'FAILED'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_of_order` ON `submissions` (`order_no`,`submission_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_one_live` ON `submissions` (`order_no`) WHERE stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW');--> statement-breakpoint
CREATE INDEX `submissions_live` ON `submissions` (`province_code`,`stage`,`data_sequence`,`pushed_at_ms`,`submission_key`) WHERE stage in ('PUSHING', 'DOMAIN_CHECK', 'SMS', 'REVIEW');--> statement-breakpoint
CREATE TABLE `blind_index` (
	`token` text NOT NULL,
	`order_no` text NOT NULL,
	`revision_no` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`token`, `order_no`, `revision_no`, `kind`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`order_no` text NOT NULL,
	`username` text NOT NULL,
	`saved_at_ms` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`order_no`, `username`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `notes` (
	`order_no` text NOT NULL,
	`note_no` integer NOT NULL,
	`author` text NOT NULL,
	`at_ms` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`order_no`, `note_no`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `order_keys` (
	`order_no` text PRIMARY KEY NOT NULL,
	`wrapped_key` blob NOT NULL,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `revision_materials` (
	`order_no` text NOT NULL,
	`revision_no` integer NOT NULL,
	`sha256` text NOT NULL,
	`intake_key` text,
	PRIMARY KEY(`order_no`, `revision_no`, `sha256`),
	FOREIGN KEY (`order_no`,`revision_no`) REFERENCES `revisions`(`order_no`,`revision_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `revision_materials_by_hash` ON `revision_materials` (`sha256`,`intake_key`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`order_no` text NOT NULL,
	`revision_no` integer NOT NULL,
	`submitted_at_ms` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`order_no`, `revision_no`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_docs` (
	`id` integer PRIMARY KEY NOT NULL,
	`order_no` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_order_no_unique` ON `search_docs` (`order_no`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`intake_key` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`intake_key`, `key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `intake_keys` (
	`name` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`active` integer NOT NULL,
	`created_at_ms` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `intake_keys_secret_hash_unique` ON `intake_keys` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `materials` (
	`sha256` text NOT NULL,
	`intake_key` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_at_ms` integer NOT NULL,
	PRIMARY KEY(`sha256`, `intake_key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `materials_by_upload` ON `materials` (`uploaded_at_ms`,`sha256`);--> statement-breakpoint
CREATE TABLE `leases` (
	`order_no` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until_ms` integer,
	`hold_until_ms` integer,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `leases_by_holder` ON `leases` (`holder`);--> statement-breakpoint
CREATE INDEX `leases_by_end` ON `leases` (`until_ms`);--> statement-breakpoint
CREATE TABLE `once_keys` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`answer` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `orders` (
	`order_no` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`kind` text NOT NULL,
	`filing_type` text NOT NULL,
	`province_code` text NOT NULL,
	`account_id` text NOT NULL,
	`intake_key` text,
	`created_by` text,
	`previous_reviewer` text,
	`round` integer NOT NULL,
	`revision_no` integer NOT NULL,
	`submission_no` integer NOT NULL,
	`submitted_at_ms` integer NOT NULL,
	`due_at_ms` integer NOT NULL,
	`due_estimated` integer NOT NULL,
	`preferred_until_ms` integer NOT NULL,
	`waits_as` text,
	`on_hold` integer NOT NULL,
	`escalated` integer NOT NULL,
	`is_open` integer NOT NULL,
	`timer_at_ms` integer,
	`status_since_ms` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`entity_label` text NOT NULL,
	`entity_token` text,
	`services` text NOT NULL,
	`state` text NOT NULL,
	CONSTRAINT "orders_status" CHECK(status in ('DRAFT', 'PENDING_FIRST_REVIEW', 'UNDER_FIRST_REVIEW', 'FIRST_REVIEW_REJECTED', 'NEEDS_REVISION', 'REVISED_PENDING_REVIEW', 'AWAITING_CUSTOMER_CONFIRMATION', 'PENDING_BUREAU_SUBMISSION', 'SUBMITTING_TO_BUREAU', 'MIIT_DOMAIN_CHECK', 'SMS_PENDING', 'UNDER_BUREAU_REVIEW', 'MIIT_RETURNED', 'SMS_RETURNED', 'BUREAU_REJECTED', 'FILED', 'CANCELLED_ACCESS', 'DEREGISTERED', 'CLAIMED', 'TRANSFERRED', 'ABANDONED')),
	CONSTRAINT "orders_version" CHECK(version >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `orders_by_due` ON `orders` (`due_at_ms`,`order_no`,`province_code`,`filing_type`);--> statement-breakpoint
CREATE INDEX `orders_by_submitted` ON `orders` (`submitted_at_ms`,`order_no`,`province_code`,`filing_type`);--> statement-breakpoint
CREATE INDEX `orders_by_status_due` ON `orders` (`status`,`due_at_ms`,`order_no`,`province_code`,`filing_type`) WHERE status <> 'UNDER_FIRST_REVIEW';--> statement-breakpoint
CREATE INDEX `orders_by_status_submitted` ON `orders` (`status`,`submitted_at_ms`,`order_no`,`province_code`,`filing_type`) WHERE status <> 'UNDER_FIRST_REVIEW';--> statement-breakpoint
CREATE INDEX `orders_by_timer` ON `orders` (`timer_at_ms`,`order_no`) WHERE timer_at_ms is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_one_open_per_account` ON `orders` (`account_id`) WHERE is_open = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_one_open_per_entity` ON `orders` (`entity_token`) WHERE is_open = 1;--> statement-breakpoint
CREATE TABLE `reservations` (
	`reviewer` text PRIMARY KEY NOT NULL,
	`order_no` text NOT NULL,
	`until_ms` integer NOT NULL,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `reservations_order_no_unique` ON `reservations` (`order_no`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`order_no` text NOT NULL,
	`target` text NOT NULL,
	`template` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notifications_by_order` ON `notifications` (`order_no`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`order_no` text NOT NULL,
	`kind` text NOT NULL,
	`group_key` text,
	`payload` text NOT NULL,
	`not_before_ms` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until_ms` integer,
	`fence` integer NOT NULL,
	`cause` text,
	`created_at_ms` integer NOT NULL,
	`ended_at_ms` integer,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_state" CHECK(state in ('PENDING', 'DONE', 'CANCELLED', 'DEAD'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`not_before_ms`,`seq`,`kind`) WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX `outbox_pending_of_order` ON `outbox` (`order_no`,`kind`,`seq`) WHERE state = 'PENDING';--> statement-breakpoint
CREATE TABLE `review_rounds` (
	`order_no` text NOT NULL,
	`round` integer NOT NULL,
	`kind` text NOT NULL,
	`filing_type` text NOT NULL,
	`province_code` text NOT NULL,
	`submitted_at_ms` integer NOT NULL,
	`half_at_ms` integer NOT NULL,
	`due_at_ms` integer NOT NULL,
	`decided_at_ms` integer,
	`outcome` text,
	`reviewer` text,
	`claimed_at_ms` integer,
	`cancelled` integer NOT NULL,
	PRIMARY KEY(`order_no`, `round`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_rounds_outcome" CHECK(outcome is null or outcome in ('APPROVE', 'REJECT', 'REVISE')),
	CONSTRAINT "review_rounds_decided" CHECK((decided_at_ms is null) = (outcome is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `review_rounds_received` ON `review_rounds` (`submitted_at_ms`,`order_no`,`round`,`province_code`,`filing_type`);--> statement-breakpoint
CREATE INDEX `review_rounds_decided_at` ON `review_rounds` (`decided_at_ms`,`order_no`,`round`,`outcome`,`reviewer`,`due_at_ms`,`claimed_at_ms`,`province_code`,`filing_type`) WHERE decided_at_ms is not null;--> statement-breakpoint
CREATE INDEX `review_rounds_open` ON `review_rounds` (`submitted_at_ms`,`order_no`,`round`,`half_at_ms`,`due_at_ms`,`province_code`,`filing_type`) WHERE decided_at_ms is null and cancelled = 0;--> statement-breakpoint
CREATE TABLE `verdict_undos` (
	`order_no` text NOT NULL,
	`verdict_id` text NOT NULL,
	`undone_by` text NOT NULL,
	`undone_at_ms` integer NOT NULL,
	PRIMARY KEY(`order_no`, `verdict_id`),
	FOREIGN KEY (`order_no`,`verdict_id`) REFERENCES `verdicts`(`order_no`,`verdict_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `verdicts` (
	`order_no` text NOT NULL,
	`verdict_id` text NOT NULL,
	`round` integer NOT NULL,
	`revision_no` integer NOT NULL,
	`outcome` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at_ms` integer NOT NULL,
	`claimed_at_ms` integer NOT NULL,
	`reasons` integer NOT NULL,
	`overrides` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`order_no`, `verdict_id`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verdicts_outcome" CHECK(outcome in ('APPROVE', 'REJECT', 'REVISE'))
) STRICT, WITHOUT ROWID;
