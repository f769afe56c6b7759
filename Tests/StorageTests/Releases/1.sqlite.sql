PRAGMA application_id = 1130459764;
BEGIN TRANSACTION;
CREATE TABLE bucket_list (
    customer_id TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, time INTEGER NOT NULL,
    items INTEGER NOT NULL, base INTEGER, next_id INTEGER NOT NULL,
    PRIMARY KEY (customer_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO "bucket_list" VALUES('ANNA',1,'add',1796080961,1,0,2);
INSERT INTO "bucket_list" VALUES('ANNA',2,'add',1796080961,2,1,3);
CREATE TABLE bucket_list_item (
    customer_id TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
    id INTEGER NOT NULL, item TEXT NOT NULL, category TEXT NOT NULL, price INTEGER, reason TEXT NOT NULL,
    checked INTEGER NOT NULL, due INTEGER,
    PRIMARY KEY (customer_id, version, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "bucket_list_item" VALUES('ANNA',1,0,1,'Lamp','Home',1250,'',0,19783);
INSERT INTO "bucket_list_item" VALUES('ANNA',2,0,1,'Lamp','Home',1250,'',0,19783);
INSERT INTO "bucket_list_item" VALUES('ANNA',2,1,2,'Tea','',NULL,'all gone',0,NULL);
CREATE TABLE category_month (
    category TEXT NOT NULL, month INTEGER NOT NULL,
    lines INTEGER NOT NULL, units INTEGER NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (category, month)
) STRICT, WITHOUT ROWID;
INSERT INTO "category_month" VALUES('Bakery',24286,1,2,630);
INSERT INTO "category_month" VALUES('Bakery',24288,1,1,315);
INSERT INTO "category_month" VALUES('Bakery',24289,1,-1,-315);
INSERT INTO "category_month" VALUES('Drinks',24288,2,2,1000);
INSERT INTO "category_month" VALUES('Drinks',24289,1,3,660);
INSERT INTO "category_month" VALUES('Kitchen',24288,1,1,400);
INSERT INTO "category_month" VALUES('Pantry',24286,1,1,840);
INSERT INTO "category_month" VALUES('Pantry',24288,1,1,810);
INSERT INTO "category_month" VALUES('Pantry',24289,1,2,1720);
CREATE TABLE customer (
    customer_id TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, lines INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "customer" VALUES('ANNA',1171619979993499702,6);
INSERT INTO "customer" VALUES('bert-07',6001516177647233681,3);
INSERT INTO "customer" VALUES('Çelik',4151475441263506556,1);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1 purchases');
INSERT INTO "grdb_migrations" VALUES('bucket lists');
INSERT INTO "grdb_migrations" VALUES('mail subscriptions');
INSERT INTO "grdb_migrations" VALUES('links');
INSERT INTO "grdb_migrations" VALUES('2 statistics');
CREATE TABLE link_generation (customer_id TEXT NOT NULL PRIMARY KEY, generation INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE list_share (
    customer_id TEXT NOT NULL, link_id TEXT NOT NULL, number INTEGER NOT NULL, role TEXT NOT NULL,
    creation INTEGER NOT NULL, expiry INTEGER NOT NULL,
    PRIMARY KEY (customer_id, link_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "list_share" VALUES('ANNA','pC99IDHXFCDp-EwW',1,'view',1796080961,1798672961);
CREATE TABLE mail_subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id TEXT NOT NULL, recipient TEXT NOT NULL, sender TEXT NOT NULL, schedule TEXT NOT NULL, options TEXT NOT NULL,
    due INTEGER NOT NULL, pause TEXT
) STRICT;
INSERT INTO "mail_subscription" VALUES(1,'ANNA','Anna B <Anna@Example.org>','shop@example.org','monthly 1 08:00 GMT','',1796112000,NULL);
INSERT INTO "mail_subscription" VALUES(2,'bert-07','bert@example.org','shop@example.org','weekly mon 08:00 Europe/Rome','',1796626800,'paused by hand');
CREATE TABLE purchase (
    customer_id TEXT NOT NULL, order_id TEXT NOT NULL, line INTEGER NOT NULL,
    import INTEGER NOT NULL, day INTEGER NOT NULL,
    product_id TEXT NOT NULL, item TEXT NOT NULL, brand TEXT NOT NULL, category TEXT NOT NULL,
    quantity INTEGER NOT NULL, base_price INTEGER NOT NULL, total_price INTEGER NOT NULL,
    PRIMARY KEY (customer_id, order_id, line)
) STRICT, WITHOUT ROWID;
INSERT INTO "purchase" VALUES('ANNA','A-1',0,1,19689,'P1','Olive oil','Terra','Pantry',1,840,840);
INSERT INTO "purchase" VALUES('ANNA','A-1',1,1,19689,'P2','Rye bread','','Bakery',2,315,630);
INSERT INTO "purchase" VALUES('ANNA','A-2',0,1,19731,'P1','Olive oil','Terra','Pantry',1,860,810);
INSERT INTO "purchase" VALUES('ANNA','é',0,1,19739,'P3','Café','Ro & Co','Drinks',1,500,500);
INSERT INTO "purchase" VALUES('ANNA','é',0,1,19737,'P3','Café','Ro & Co','Drinks',1,500,500);
INSERT INTO "purchase" VALUES('ANNA','é',1,1,19738,'P4','Mug','','Kitchen',1,400,400);
INSERT INTO "purchase" VALUES('bert-07','B-1',0,1,19734,'P2','Rye bread','','Bakery',1,315,315);
INSERT INTO "purchase" VALUES('bert-07','B-2',0,1,19756,'P2','Rye bread','','Bakery',-1,315,-315);
INSERT INTO "purchase" VALUES('bert-07','B-3',0,1,19773,'P1','Olive oil','Terra','Pantry',2,860,1720);
INSERT INTO "purchase" VALUES('Çelik','C-1',0,1,19774,'P5','Tea','Leaf','Drinks',3,220,660);
CREATE TABLE revoked_link (
    customer_id TEXT NOT NULL, link_id TEXT NOT NULL, expiry INTEGER NOT NULL,
    PRIMARY KEY (customer_id, link_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE signing_secret (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL
) STRICT;
INSERT INTO "signing_secret" VALUES(1,'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE statistic (
    kind INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, other TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (kind, number, name, other)
) STRICT, WITHOUT ROWID;
INSERT INTO "statistic" VALUES(0,0,'','',3);
INSERT INTO "statistic" VALUES(1,19689,'','',2);
INSERT INTO "statistic" VALUES(1,19731,'','',1);
INSERT INTO "statistic" VALUES(1,19734,'','',1);
INSERT INTO "statistic" VALUES(1,19737,'','',1);
INSERT INTO "statistic" VALUES(1,19738,'','',1);
INSERT INTO "statistic" VALUES(1,19739,'','',1);
INSERT INTO "statistic" VALUES(1,19773,'','',1);
INSERT INTO "statistic" VALUES(1,19774,'','',1);
INSERT INTO "statistic" VALUES(10,0,'Café','',1);
INSERT INTO "statistic" VALUES(10,0,'Mug','',1);
INSERT INTO "statistic" VALUES(10,0,'Olive oil','',2);
INSERT INTO "statistic" VALUES(10,0,'Rye bread','',2);
INSERT INTO "statistic" VALUES(10,0,'Tea','',1);
INSERT INTO "statistic" VALUES(11,0,'Café','',2);
INSERT INTO "statistic" VALUES(11,0,'Mug','',1);
INSERT INTO "statistic" VALUES(11,0,'Olive oil','',3);
INSERT INTO "statistic" VALUES(11,0,'Rye bread','',2);
INSERT INTO "statistic" VALUES(11,0,'Tea','',1);
INSERT INTO "statistic" VALUES(12,0,'Café','',1);
INSERT INTO "statistic" VALUES(12,0,'Mug','',1);
INSERT INTO "statistic" VALUES(12,0,'Olive oil','',2);
INSERT INTO "statistic" VALUES(12,0,'Rye bread','',2);
INSERT INTO "statistic" VALUES(13,0,'Olive oil','',1);
INSERT INTO "statistic" VALUES(14,0,'Café','',1);
INSERT INTO "statistic" VALUES(14,0,'Olive oil','',1);
INSERT INTO "statistic" VALUES(15,0,'Café','',2977044472);
INSERT INTO "statistic" VALUES(15,0,'Olive oil','',16053168774);
INSERT INTO "statistic" VALUES(16,1,'Café','',2);
INSERT INTO "statistic" VALUES(16,1,'Mug','',1);
INSERT INTO "statistic" VALUES(16,1,'Olive oil','',1);
INSERT INTO "statistic" VALUES(16,1,'Rye bread','',1);
INSERT INTO "statistic" VALUES(16,2,'Olive oil','',1);
INSERT INTO "statistic" VALUES(16,2,'Tea','',1);
INSERT INTO "statistic" VALUES(16,11,'Olive oil','',1);
INSERT INTO "statistic" VALUES(16,11,'Rye bread','',1);
INSERT INTO "statistic" VALUES(17,2812,'Olive oil','',1);
INSERT INTO "statistic" VALUES(17,2812,'Rye bread','',1);
INSERT INTO "statistic" VALUES(17,2818,'Olive oil','',1);
INSERT INTO "statistic" VALUES(17,2819,'Café','',2);
INSERT INTO "statistic" VALUES(17,2819,'Mug','',1);
INSERT INTO "statistic" VALUES(17,2819,'Rye bread','',1);
INSERT INTO "statistic" VALUES(17,2824,'Olive oil','',1);
INSERT INTO "statistic" VALUES(17,2824,'Tea','',1);
INSERT INTO "statistic" VALUES(18,220,'Tea','',1);
INSERT INTO "statistic" VALUES(18,315,'Rye bread','',2);
INSERT INTO "statistic" VALUES(18,400,'Mug','',1);
INSERT INTO "statistic" VALUES(18,500,'Café','',2);
INSERT INTO "statistic" VALUES(18,810,'Olive oil','',1);
INSERT INTO "statistic" VALUES(18,840,'Olive oil','',1);
INSERT INTO "statistic" VALUES(18,860,'Olive oil','',1);
INSERT INTO "statistic" VALUES(19,0,'Café','Drinks',2);
INSERT INTO "statistic" VALUES(19,0,'Mug','Kitchen',1);
INSERT INTO "statistic" VALUES(19,0,'Olive oil','Pantry',3);
INSERT INTO "statistic" VALUES(19,0,'Rye bread','Bakery',2);
INSERT INTO "statistic" VALUES(19,0,'Tea','Drinks',1);
INSERT INTO "statistic" VALUES(30,0,'Bakery','',2);
INSERT INTO "statistic" VALUES(30,0,'Drinks','',2);
INSERT INTO "statistic" VALUES(30,0,'Kitchen','',1);
INSERT INTO "statistic" VALUES(30,0,'Pantry','',2);
INSERT INTO "statistic" VALUES(31,2819,'Drinks','',1);
INSERT INTO "statistic" VALUES(31,2819,'Kitchen','',1);
INSERT INTO "statistic" VALUES(31,2824,'Pantry','',1);
INSERT INTO "statistic" VALUES(32,0,'Bakery','Drinks',1);
INSERT INTO "statistic" VALUES(32,0,'Bakery','Kitchen',1);
INSERT INTO "statistic" VALUES(32,0,'Bakery','Pantry',2);
INSERT INTO "statistic" VALUES(32,0,'Drinks','Kitchen',1);
INSERT INTO "statistic" VALUES(32,0,'Drinks','Pantry',1);
INSERT INTO "statistic" VALUES(32,0,'Kitchen','Pantry',1);
CREATE TABLE store (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, imports INTEGER NOT NULL
) STRICT;
INSERT INTO "store" VALUES(1,-7122132474805311677,1);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('mail_subscription',2);
COMMIT;
