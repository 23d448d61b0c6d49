PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE `audit` (`number` integer, `at` text not null, `login` text not null, `session_login` text, `database_login` text, `origin` text not null, `what` text not null, `run_id` integer, `environment` text, `user_code` text, `old_values` text, `new_values` text, `outcome` text not null, `exit_status` integer not null, `hash` text not null, primary key (`number`));
INSERT INTO "audit" VALUES(1,'2026-11-26T15:38:26.215Z','root',NULL,NULL,'','directory.import',NULL,NULL,NULL,NULL,'{"environments":{"created":2,"changed":0,"same":0},"persons":{"created":1,"changed":0,"same":0},"groups":{"created":1,"changed":0,"same":0},"users":{"created":4,"changed":0,"same":0}}','done',0,'9bfca40bd09742e73c367d33a373abe8d747102d3000f394621ea7a567ead89d');
INSERT INTO "audit" VALUES(2,'2026-11-26T15:38:27.480Z','root',NULL,NULL,'','raise',1,'T12345AA',NULL,NULL,'{"maxBlocks":5}','done',0,'785c5f253c79f3b3f77e292feda2a5d6756517f4662f3f24495c172e64005e93');
INSERT INTO "audit" VALUES(3,'2026-11-26T15:38:27.480Z','root',NULL,NULL,'','plan',1,'T12345AA',NULL,NULL,'{"type":"user"}','done',0,'f2a3bae7e96f44466ccd6af73bf2647231717727f88e0efc2833d7db85567193');
INSERT INTO "audit" VALUES(4,'2026-11-26T15:38:27.525Z','root',NULL,NULL,'','apply',1,'T12345AA',NULL,NULL,NULL,'done',0,'d74c287fa2db32c1d27dece85dbdea4c9409b2d31c732d7ca74d34d87e8b4fc2');
INSERT INTO "audit" VALUES(5,'2026-11-26T15:38:36.620Z','root',NULL,NULL,'','plan',2,'T12345AA',NULL,NULL,'{"type":"user"}','done',3,'87e10ae053e0b4021537370072134d19ba284ef5e36d455f29d04b8f84a9ba4b');
CREATE TABLE `audit_head` (`id` integer, `number` integer not null, `hash` text not null, primary key (`id`));
INSERT INTO "audit_head" VALUES(1,5,'87e10ae053e0b4021537370072134d19ba284ef5e36d455f29d04b8f84a9ba4b');
CREATE TABLE `definitions` (`name_key` text, `name` text not null, `content` text not null, `used_at` text not null, primary key (`name_key`));
CREATE TABLE `environments` (`id` integer not null primary key autoincrement, `code` text not null, `code_key` text not null, `type` text not null check (`type` in ('production','test','accept')), `name` text not null default '', `participant` text not null default '', `approval` text not null default 'none' check (`approval` in ('none','second-person')), `guards` text not null default '{}', `deleted_at` text, `version` integer not null default '1');
INSERT INTO "environments" VALUES(1,'T12345AA','t12345aa','test','','12345','none','{}',NULL,1);
INSERT INTO "environments" VALUES(2,'T12345AB','t12345ab','test','','12345','none','{}',NULL,1);
CREATE TABLE `memberships` (`user_id` integer not null, `group_id` integer not null, foreign key(`user_id`) references `users`(`id`) on delete CASCADE, foreign key(`group_id`) references `user_groups`(`id`) on delete CASCADE, primary key (`user_id`, `group_id`));
INSERT INTO "memberships" VALUES(3,3);
CREATE TABLE migrations (name text primary key);
INSERT INTO "migrations" VALUES('001-directory');
INSERT INTO "migrations" VALUES('002-runs');
INSERT INTO "migrations" VALUES('003-sparse-plans');
INSERT INTO "migrations" VALUES('004-people');
INSERT INTO "migrations" VALUES('005-looks');
INSERT INTO "migrations" VALUES('006-row-search');
INSERT INTO "migrations" VALUES('007-audit');
INSERT INTO "migrations" VALUES('008-run-kinds');
CREATE TABLE `persons` (`id` integer not null primary key autoincrement, `environment_id` integer not null, `code` text not null, `code_key` text not null, `name` text not null default '', `version` integer not null default '1', foreign key(`environment_id`) references `environments`(`id`));
INSERT INTO "persons" VALUES(1,1,'100001','100001','Bea Bakker',1);
CREATE TABLE `plan_groups` (`plan_id` integer not null, `code` text not null, `code_key` text not null, `description` text not null, `removes` integer not null default '0', foreign key(`plan_id`) references `plans`(`id`) on delete CASCADE, primary key (`plan_id`, `code_key`));
INSERT INTO "plan_groups" VALUES(2,'NIEUW','nieuw','Nieuwe groep',0);
CREATE TABLE `plan_rows` (`plan_id` integer not null, `row_no` integer not null, `user_code` text not null, `code` text, `outcome` text not null, `marks` integer not null, `plan_user` integer, `person_id` integer, `person_version` integer, `group_id` integer, `group_version` integer, `detail` text not null, `cells` text not null, `search` text not null default '', primary key (`plan_id`, `row_no`));
INSERT INTO "plan_rows" VALUES(1,2,'12345.DIM','0','block',8,1,NULL,NULL,NULL,NULL,'{"u":"Dim de Vries","c":[["T12345AA","12345.DIM",[["description","Dim","Dim de Vries"],["email","","dim@x.nl"],["blocked",false,true]]]]}','[["DIM","0","Dim de Vries","dim@x.nl",""]]','12345.dim
dim de vries
dim
0
dim@x.nl
dim');
INSERT INTO "plan_rows" VALUES(2,2,'12345.BEA','4','rename',54,1,NULL,NULL,NULL,NULL,'{"u":"Bea Bakker","c":[["T12345AA","12345.BEA",[["user","12345.BEA","12345.BAK"],["description","Bea","Bea Bakker"],["upn","bea@x.nl",""]]],["T12345AB","12345.BEA",[["user","12345.BEA","12345.BAK"],["description","Bea","Bea Bakker"],["upn","bea@x.nl",""]]]],"m":[["FIELD_IGNORED","notice","person",{}],["FIELD_IGNORED","notice","profit",{}],["FIELD_IGNORED","notice","inSite",{}],["FIELD_IGNORED","notice","outSite",{}],["FIELD_IGNORED","notice","connector",{}],["FIELD_IGNORED","notice","siteLanguage",{}],["FIELD_CLEARED","warning","upn",{"environments":"T12345AA, T12345AB","imported":1}]]}','[["BEA","4","BAK","Bea Bakker","bea@x.nl","","100001","","","ja","nee","nee","nee","1043"]]','12345.bea
bea bakker
bea
4
bak
bea@x.nl
100001
ja
nee
1043
12345.bak
bea');
INSERT INTO "plan_rows" VALUES(2,3,'12345.EVA','1','create',4,3,1,1,NULL,NULL,'{"n":["T12345AA","12345.EVA","Eva","eva@x.nl","","100001",5,"2057",false,false],"m":[["UPN_DEFERRED","notice","upn",{"upn":"eva@x.nl"}]]}','[["EVA","1","","Eva","eva@x.nl","eva@x.nl","100001","","","ja","nee","ja","nee","2057"]]','12345.eva
eva
eva
1
eva@x.nl
100001
ja
nee
2057');
INSERT INTO "plan_rows" VALUES(2,4,'12345.FEM','5','rejected',1,NULL,NULL,NULL,NULL,NULL,'{"u":"Fem","m":[["PASSWORD_MISSING","error","password",{}],["USER_UNKNOWN","error","user",{"user":"12345.FEM","environment":"T12345AA"}]]}','[["FEM","5","","Fem","","","","","","ja","ja","nee","nee","1043"]]','12345.fem
fem
fem
5
ja
nee
1043');
INSERT INTO "plan_rows" VALUES(2,5,'12345.CAS','3','update',0,4,NULL,NULL,NULL,0,'{"u":"Cas","c":[["T12345AA","12345.CAS",[["email","","cas@x.nl"],["profit",false,true],["inSite",false,true]]]],"g":[["NIEUW"],[],["NIEUW"]]}','[["CAS","3","","Cas","cas@x.nl","","","NIEUW","Nieuwe groep","ja","ja","nee","nee","1043"]]','12345.cas
cas
cas
3
cas@x.nl
nieuw
nieuwe groep
ja
nee
1043');
INSERT INTO "plan_rows" VALUES(2,6,'12345.CAS','9','rejected',1,NULL,NULL,NULL,NULL,NULL,'{"u":"Cas","m":[["CODE_INVALID","error","mutationCode",{"value":"9"}]]}','[["CAS","9","","Cas","","","","","","","","","",""]]','12345.cas
cas
cas
9');
CREATE TABLE `plan_secrets` (`plan_id` integer not null, `row_no` integer not null, `hash` text not null, foreign key(`plan_id`) references `plans`(`id`) on delete CASCADE, primary key (`plan_id`, `row_no`));
CREATE TABLE "plan_users" (`plan_id` integer not null, `id` integer not null, `target_id` integer not null, `user_id` integer, `base_version` integer not null, `environment_id` integer not null, `effects` integer not null, `code_key` text not null, `code` text, `look` text, `description` text, `email` text, `upn` text, `upn_key` text, `person_id` integer, `blocked` integer, `access` integer, `site_language` text, `cleared` integer, `deferred_upn` text, `password_row` integer, `tokens_revoked` integer, `groups_added` text, `groups_removed` text, `net` text, primary key (`plan_id`, `id`));
INSERT INTO "plan_users" VALUES(1,1,1,4,1,1,69,'12345.dim',NULL,NULL,'Dim de Vries','dim@x.nl',NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[["description","Dim","Dim de Vries"],["email","","dim@x.nl"],["blocked",false,true]]');
INSERT INTO "plan_users" VALUES(2,3,3,NULL,0,1,3,'12345.eva','12345.EVA','12345.eva','Eva','eva@x.nl','','',1,0,5,'2057',NULL,'eva@x.nl',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plan_users" VALUES(2,1,1,1,1,1,73,'12345.bak','12345.BAK','12345.bak','Bea Bakker',NULL,'','',NULL,NULL,NULL,NULL,4,NULL,NULL,NULL,NULL,NULL,'[["user","12345.BEA","12345.BAK"],["description","Bea","Bea Bakker"],["upn","bea@x.nl",""]]');
INSERT INTO "plan_users" VALUES(2,2,1,2,1,2,73,'12345.bak','12345.BAK','12345.bak','Bea Bakker',NULL,'','',NULL,NULL,NULL,NULL,4,NULL,NULL,NULL,NULL,NULL,'[["user","12345.BEA","12345.BAK"],["description","Bea","Bea Bakker"],["upn","bea@x.nl",""]]');
INSERT INTO "plan_users" VALUES(2,4,4,3,1,1,1,'12345.cas',NULL,NULL,NULL,'cas@x.nl',NULL,NULL,NULL,NULL,3,NULL,NULL,NULL,NULL,NULL,'["NIEUW"]',NULL,'[["email","","cas@x.nl"],["profit",false,true],["inSite",false,true]]');
CREATE TABLE `plans` (`id` integer not null primary key autoincrement, `touched_at` text not null);
INSERT INTO "plans" VALUES(1,'2026-11-26T15:38:27.457Z');
INSERT INTO "plans" VALUES(2,'2026-11-26T15:38:36.580Z');
CREATE TABLE `revoked_tokens` (`id` integer not null primary key autoincrement, `run_id` integer not null, `environment` text not null, `user_code` text not null, `application` text not null, `device` text not null, foreign key(`run_id`) references `runs`(`id`) on delete CASCADE);
CREATE TABLE `run_people` (`id` integer not null primary key autoincrement, `run` integer not null, `login` text not null, `session_login` text, `database_login` text, `act` text not null check (`act` in ('plan','exclude','mend','raise','approve','apply')), `at` text not null, foreign key(`run`) references `runs`(`id`) on delete CASCADE);
INSERT INTO "run_people" VALUES(1,1,'root',NULL,NULL,'plan','2026-11-26T15:38:27.475Z');
INSERT INTO "run_people" VALUES(2,1,'root',NULL,NULL,'raise','2026-11-26T15:38:27.475Z');
INSERT INTO "run_people" VALUES(3,1,'root',NULL,NULL,'apply','2026-11-26T15:38:27.507Z');
INSERT INTO "run_people" VALUES(4,2,'root',NULL,NULL,'plan','2026-11-26T15:38:36.609Z');
CREATE TABLE `runs` (`id` integer not null primary key autoincrement, `plan_id` integer not null, `status` text not null check (`status` in ('planned','applied','discarded')), `type` text not null check (`type` in ('user','mutation')), `environment_id` integer not null, `sha256` text not null, `operator` text not null, `origin` text not null, `approved_by` text, `approved_at` text, `created_at` text not null, `applied_at` text, `expires_at` text not null, `parent` integer, `undone_by` integer, `pruned` integer not null default '0', `details` text not null, `session_login` text, `operator_database_login` text, `approved_database_login` text, `approval_needed` text not null default '[]', `rows_digest` text, `applied_guards` text, `raised_by` text not null default '[]', kind text not null default 'import' check (kind in ('import', 'undo', 'second-pass', 'align', 'hand', 'settings')), foreign key(`plan_id`) references `plans`(`id`), foreign key(`environment_id`) references `environments`(`id`), foreign key(`parent`) references `runs`(`id`), foreign key(`undone_by`) references `runs`(`id`));
INSERT INTO "runs" VALUES(1,1,'applied','user',1,'4a4ba6942e83e5e235c41976cbb27c3d6e319a5fa85b6508da52b0cf26bdebac','root','',NULL,NULL,'2026-11-26T15:38:27.475Z','2026-11-26T15:38:27.506Z','2026-12-03T15:38:27.475Z',NULL,NULL,0,'{"file":{"name":"one.csv","sha256":"4a4ba6942e83e5e235c41976cbb27c3d6e319a5fa85b6508da52b0cf26bdebac","blank":0,"rows":1},"settings":{"type":"user","mapping":{"user":{"kind":"column","index":0,"header":"Gebruiker"},"mutationCode":{"kind":"column","index":1,"header":"Mutatiecode"},"description":{"kind":"column","index":2,"header":"Omschrijving"},"email":{"kind":"column","index":3,"header":"E-mail"},"upn":{"kind":"column","index":4,"header":"UPN"}},"defaults":{"profit":true,"inSite":true,"outSite":false,"connector":false,"commandLine":false,"accept":false,"portalAdmin":false,"siteLanguage":"1043"},"emptyRules":{}},"headers":["Gebruiker","Mutatiecode","Omschrijving","E-mail","UPN"],"layout":{"format":"csv","encoding":"utf-8","delimiter":";","lineEnd":"\n","byteOrderMark":false,"headerRow":1},"guardSettings":{"maxBlocks":5},"counts":{"clearedBy":{},"blocks":1,"renames":0,"creates":0,"updates":1,"deferredUpns":0,"environments":{"T12345AA":{"users":1}},"activeUsers":3,"rowsDigest":"b9aaa2c151fc4d9654ef6cd811faf40ef72a7930c62150f98c345fa24185308e","emptyCodes":0,"importedIdentity":7,"rejected":0,"rows":1},"summary":{"outcomes":{"create":0,"update":0,"block":1,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"codes":{"0":{"create":0,"update":0,"block":1,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"1":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"2":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"3":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"4":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"5":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"6":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0}},"cleared":{"description":0,"email":0,"upn":0},"environments":{"T12345AA":{"users":1}},"tokensRevoked":0,"groupsCreated":0,"newGroups":[],"staysActive":{},"staysBlocked":0},"deferredUpns":0,"environmentVersions":{"1":1,"2":1}}',NULL,NULL,NULL,'[]','b9aaa2c151fc4d9654ef6cd811faf40ef72a7930c62150f98c345fa24185308e','[{"guard":"empty-code","limit":0,"allowed":0,"count":0,"tripped":false},{"guard":"unmapped-identity","limit":0,"allowed":0,"count":0,"tripped":false},{"guard":"clears","limit":"10%","allowed":5,"count":0,"tripped":false},{"guard":"blocks","limit":5,"allowed":5,"count":1,"tripped":false},{"guard":"renames","limit":"10%","allowed":5,"count":0,"tripped":false},{"guard":"rejected","limit":"50%","allowed":0,"count":0,"tripped":false},{"guard":"creates","limit":"10%","allowed":25,"count":0,"tripped":false},{"guard":"updates","limit":"none","allowed":1,"count":1,"tripped":false}]','["root"]','import');
INSERT INTO "runs" VALUES(2,2,'planned','user',1,'858aade5493c7c2efa7ac9d2256cea257d313903977152a97ede7d563bc82830','root','',NULL,NULL,'2026-11-26T15:38:36.609Z',NULL,'2036-11-23T15:38:36.609Z',NULL,NULL,0,'{"file":{"name":"two.csv","sha256":"858aade5493c7c2efa7ac9d2256cea257d313903977152a97ede7d563bc82830","blank":0,"rows":5},"settings":{"type":"user","mapping":{"user":{"kind":"column","index":0,"header":"Gebruiker"},"mutationCode":{"kind":"column","index":1,"header":"Mutatiecode"},"newUser":{"kind":"column","index":2,"header":"Nieuwe gebruikerscode"},"description":{"kind":"column","index":3,"header":"Omschrijving"},"email":{"kind":"column","index":4,"header":"E-mail"},"upn":{"kind":"column","index":5,"header":"UPN"},"person":{"kind":"column","index":6,"header":"Persoon"},"group":{"kind":"column","index":7,"header":"Groep"},"groupDescription":{"kind":"column","index":8,"header":"Groep omschrijving"},"profit":{"kind":"column","index":9,"header":"Profit"},"inSite":{"kind":"column","index":10,"header":"InSite"},"outSite":{"kind":"column","index":11,"header":"OutSite"},"connector":{"kind":"column","index":12,"header":"Connector"},"siteLanguage":{"kind":"column","index":13,"header":"Voorkeur site"}},"defaults":{"profit":true,"inSite":true,"outSite":false,"connector":false,"commandLine":false,"accept":false,"portalAdmin":false,"siteLanguage":"1043"},"emptyRules":{}},"headers":["Gebruiker","Mutatiecode","Nieuwe gebruikerscode","Omschrijving","E-mail","UPN","Persoon","Groep","Groep omschrijving","Profit","InSite","OutSite","Connector","Voorkeur site"],"layout":{"format":"csv","encoding":"utf-8","delimiter":";","lineEnd":"\n","byteOrderMark":false,"headerRow":1},"guardSettings":{},"counts":{"clearedBy":{"4":1},"blocks":0,"renames":1,"creates":1,"updates":2,"deferredUpns":1,"environments":{"T12345AA":{"users":3},"T12345AB":{"users":1}},"activeUsers":2,"rowsDigest":"dcb2cac93e6d7700a30c36704f2fc4d282ab60eab8f38ca30d1a08d534bee8e3","emptyCodes":0,"importedIdentity":7,"rejected":2,"rows":5},"summary":{"outcomes":{"create":1,"update":1,"block":0,"unblock":0,"rename":1,"password":0,"unchanged":0,"rejected":2,"excluded":0},"codes":{"0":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"1":{"create":1,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"2":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"3":{"create":0,"update":1,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"4":{"create":0,"update":0,"block":0,"unblock":0,"rename":1,"password":0,"unchanged":0,"rejected":0,"excluded":0},"5":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":1,"excluded":0},"6":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":0,"excluded":0},"invalid":{"create":0,"update":0,"block":0,"unblock":0,"rename":0,"password":0,"unchanged":0,"rejected":1,"excluded":0}},"cleared":{"description":0,"email":0,"upn":1},"environments":{"T12345AA":{"users":3},"T12345AB":{"users":1}},"tokensRevoked":0,"groupsCreated":1,"newGroups":["NIEUW"],"staysActive":{},"staysBlocked":0},"deferredUpns":1,"environmentVersions":{"1":1,"2":1}}',NULL,NULL,NULL,'[]','dcb2cac93e6d7700a30c36704f2fc4d282ab60eab8f38ca30d1a08d534bee8e3',NULL,'[]','import');
CREATE TABLE `tokens` (`id` integer not null primary key autoincrement, `user_id` integer not null, `application` text not null, `device` text not null, foreign key(`user_id`) references `users`(`id`) on delete CASCADE);
INSERT INTO "tokens" VALUES(1,3,'Pocket','telefoon');
CREATE TABLE `user_groups` (`id` integer not null primary key autoincrement, `environment_id` integer not null, `code` text not null, `code_key` text not null, `description` text not null default '', `version` integer not null default '1', foreign key(`environment_id`) references `environments`(`id`));
INSERT INTO "user_groups" VALUES(1,1,'Iedereen','iedereen','Iedereen',1);
INSERT INTO "user_groups" VALUES(2,2,'Iedereen','iedereen','Iedereen',1);
INSERT INTO "user_groups" VALUES(3,1,'HRM','hrm','Personeelszaken',1);
CREATE TABLE `users` (`id` integer not null primary key autoincrement, `environment_id` integer not null, `code` text not null, `code_key` text not null, `look` text not null, `description` text not null default '', `email` text not null default '', `upn` text not null default '', `upn_key` text, `person_id` integer, `system` integer not null default '0' check (`system` in ('0','1')), `blocked` integer not null default '0' check (`blocked` in ('0','1')), `access` integer not null default '0' check (`access` between 0 and 127), `site_language` text not null default '', `password_hash` text, `version` integer not null default '1', foreign key(`environment_id`) references `environments`(`id`), foreign key(`person_id`) references `persons`(`id`));
INSERT INTO "users" VALUES(1,1,'12345.BEA','12345.bea','12345.bea','Bea','bea@x.nl','bea@x.nl','bea@x.nl',NULL,0,0,1,'1043',NULL,1);
INSERT INTO "users" VALUES(2,2,'12345.BEA','12345.bea','12345.bea','Bea','bea@x.nl','bea@x.nl','bea@x.nl',NULL,0,0,0,'1043',NULL,1);
INSERT INTO "users" VALUES(3,1,'12345.CAS','12345.cas','12345.cas','Cas','','',NULL,NULL,0,0,0,'1043',NULL,1);
INSERT INTO "users" VALUES(4,1,'12345.DIM','12345.dim','12345.d1m','Dim de Vries','dim@x.nl','',NULL,NULL,0,1,0,'1043',NULL,2);
CREATE UNIQUE INDEX `environments_code_key_unique` on `environments` (`code_key`);
CREATE UNIQUE INDEX `persons_environment_id_code_key_unique` on `persons` (`environment_id`, `code_key`);
CREATE UNIQUE INDEX `user_groups_environment_id_code_key_unique` on `user_groups` (`environment_id`, `code_key`);
CREATE INDEX `user_groups_environment_id_code_index` on `user_groups` (`environment_id`, `code`);
CREATE UNIQUE INDEX `users_code_key_environment_id_unique` on `users` (`code_key`, `environment_id`);
CREATE INDEX `users_upn_key_index` on `users` (`upn_key`);
CREATE INDEX `users_look_index` on `users` (`look`);
CREATE INDEX `users_environment_id_blocked_index` on `users` (`environment_id`, `blocked`);
CREATE INDEX `memberships_group_id_index` on `memberships` (`group_id`);
CREATE INDEX `tokens_user_id_index` on `tokens` (`user_id`);
CREATE INDEX `runs_environment_id_type_sha256_index` on `runs` (`environment_id`, `type`, `sha256`);
CREATE INDEX `runs_parent_index` on `runs` (`parent`);
CREATE INDEX `revoked_tokens_run_id_index` on `revoked_tokens` (`run_id`);
CREATE INDEX `run_people_run_index` on `run_people` (`run`);
CREATE INDEX `audit_run_id_index` on `audit` (`run_id`);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('run_people',4);
INSERT INTO "sqlite_sequence" VALUES('environments',2);
INSERT INTO "sqlite_sequence" VALUES('user_groups',3);
INSERT INTO "sqlite_sequence" VALUES('persons',1);
INSERT INTO "sqlite_sequence" VALUES('users',4);
INSERT INTO "sqlite_sequence" VALUES('tokens',1);
INSERT INTO "sqlite_sequence" VALUES('plans',2);
INSERT INTO "sqlite_sequence" VALUES('runs',2);
INSERT INTO "sqlite_sequence" VALUES('revoked_tokens',0);
COMMIT;
