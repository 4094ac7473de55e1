CREATE TABLE `finding_runs` (
	`order_no` text NOT NULL,
	`revision_no` integer NOT NULL,
	`version` text NOT NULL,
	`rule_set` text NOT NULL,
	`ran_on` text NOT NULL,
	`ran_at_ms` integer NOT NULL,
	`block` integer NOT NULL,
	`warn` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`order_no`, `revision_no`),
	FOREIGN KEY (`order_no`,`revision_no`) REFERENCES `revisions`(`order_no`,`revision_no`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `findings` (
	`order_no` text NOT NULL,
	`revision_no` integer NOT NULL,
	`rule_id` text NOT NULL,
	`field_path` text NOT NULL,
	`state` text NOT NULL,
	`severity` text NOT NULL,
	`override` text NOT NULL,
	PRIMARY KEY(`order_no`, `revision_no`, `rule_id`, `field_path`, `state`),
	FOREIGN KEY (`order_no`,`revision_no`) REFERENCES `finding_runs`(`order_no`,`revision_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "findings_state" CHECK(state in ('VIOLATED', 'CANNOT_CHECK'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rule_counts` (
	`rule_id` text PRIMARY KEY NOT NULL,
	`hits` integer NOT NULL,
	`accepted` integer NOT NULL,
	`overridden` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rule_decisions` (
	`order_no` text NOT NULL,
	`verdict_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`field_path` text NOT NULL,
	`decision` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`order_no`, `verdict_id`, `rule_id`, `field_path`, `decision`),
	FOREIGN KEY (`order_no`,`verdict_id`) REFERENCES `verdicts`(`order_no`,`verdict_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rule_decisions_decision" CHECK(decision in ('ACCEPTED', 'OVERRIDDEN'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `auth_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`issuer_instance_id` text,
	`issuer_valid` integer NOT NULL,
	`used` integer NOT NULL,
	`added_by` text NOT NULL,
	`added_at_ms` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `blacklist` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`token` text NOT NULL,
	`label` text NOT NULL,
	`bureau` text NOT NULL,
	`reason` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at_ms` integer NOT NULL,
	CONSTRAINT "blacklist_kind" CHECK(kind in ('ENTITY', 'DOMAIN', 'PERSON'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `blacklist_by_token` ON `blacklist` (`kind`,`token`);--> statement-breakpoint
CREATE TABLE `rule_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`value` text NOT NULL,
	`effective_from` text NOT NULL,
	`reason` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at_ms` integer NOT NULL,
	CONSTRAINT "rule_changes_kind" CHECK(kind in ('SETTING', 'PROVINCE', 'LIST', 'BLACKLIST', 'AUTH_CODE'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `rule_changes_in_force` ON `rule_changes` (`kind`,`effective_from`,`id`);--> statement-breakpoint
CREATE TABLE `template_ends` (
	`code` text NOT NULL,
	`version_no` integer NOT NULL,
	`outcome` text NOT NULL,
	`ended_by` text NOT NULL,
	`ended_at_ms` integer NOT NULL,
	PRIMARY KEY(`code`, `version_no`),
	FOREIGN KEY (`code`,`version_no`) REFERENCES `template_versions`(`code`,`version_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "template_ends_outcome" CHECK(outcome in ('RELEASED', 'DISCARDED'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `template_versions` (
	`code` text NOT NULL,
	`version_no` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`body_zh` text NOT NULL,
	`body_en` text NOT NULL,
	`author` text NOT NULL,
	`drafted_at_ms` integer NOT NULL,
	PRIMARY KEY(`code`, `version_no`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `order_resources` (
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`order_no` text NOT NULL,
	`services` integer NOT NULL,
	PRIMARY KEY(`kind`, `value`, `order_no`),
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_resources_kind" CHECK(kind in ('INSTANCE', 'AUTH_CODE'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `order_resources_by_order` ON `order_resources` (`order_no`);--> statement-breakpoint
CREATE TABLE `resources_to_index` (
	`order_no` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`order_no`) REFERENCES `orders`(`order_no`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `filings_by_entity` ON `filings` (`entity_token`);--> statement-breakpoint
CREATE INDEX `filings_by_order` ON `filings` (`order_no`);
--> statement-breakpoint
-- What orders from before named is sealed: the store reads it when it opens.
INSERT INTO resources_to_index (order_no) SELECT order_no FROM orders;
--> statement-breakpoint
-- What was in force, what was decided and what was published stays.
CREATE TRIGGER rule_changes_no_update BEFORE UPDATE ON rule_changes
BEGIN SELECT RAISE(ABORT, 'rule_changes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rule_changes_no_delete BEFORE DELETE ON rule_changes
BEGIN SELECT RAISE(ABORT, 'rule_changes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rule_decisions_no_update BEFORE UPDATE ON rule_decisions
BEGIN SELECT RAISE(ABORT, 'rule_decisions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rule_decisions_no_delete BEFORE DELETE ON rule_decisions
BEGIN SELECT RAISE(ABORT, 'rule_decisions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER template_versions_no_update BEFORE UPDATE ON template_versions
BEGIN SELECT RAISE(ABORT, 'template_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER template_versions_no_delete BEFORE DELETE ON template_versions
BEGIN SELECT RAISE(ABORT, 'template_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER template_ends_no_update BEFORE UPDATE ON template_ends
BEGIN SELECT RAISE(ABORT, 'template_ends is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER template_ends_no_delete BEFORE DELETE ON template_ends
BEGIN SELECT RAISE(ABORT, 'template_ends is append-only'); END;
--> statement-breakpoint
-- The number of a change is the revision of the configuration.
CREATE TRIGGER rule_changes_no_gap BEFORE INSERT ON rule_changes
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM rule_changes)
BEGIN SELECT RAISE(ABORT, 'rule_changes has no gaps'); END;
