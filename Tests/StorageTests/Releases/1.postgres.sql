CREATE SCHEMA cartograph;
CREATE TABLE cartograph.bucket_list (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    kind text NOT NULL,
    "time" bigint NOT NULL,
    items bigint NOT NULL,
    base bigint,
    next_id bigint NOT NULL
);
CREATE TABLE cartograph.bucket_list_item (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    "position" bigint NOT NULL,
    id bigint NOT NULL,
    item text NOT NULL,
    category text NOT NULL,
    price bigint,
    reason text NOT NULL,
    checked bigint NOT NULL,
    due bigint
);
CREATE TABLE cartograph.category_month (
    category text NOT NULL COLLATE pg_catalog."C",
    month bigint NOT NULL,
    lines bigint NOT NULL,
    units bigint NOT NULL,
    total bigint NOT NULL
);
CREATE TABLE cartograph.customer (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    lines bigint NOT NULL
);
CREATE TABLE cartograph.link_generation (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    generation bigint NOT NULL
);
CREATE TABLE cartograph.list_share (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    link_id text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    role text NOT NULL,
    creation bigint NOT NULL,
    expiry bigint NOT NULL
);
CREATE TABLE cartograph.mail_subscription (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    id bigint NOT NULL,
    recipient text NOT NULL,
    sender text NOT NULL,
    schedule text NOT NULL,
    options text NOT NULL,
    due bigint NOT NULL,
    pause text
);
ALTER TABLE cartograph.mail_subscription ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME cartograph.mail_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE cartograph.migration (
    name text NOT NULL
);
CREATE TABLE cartograph.purchase (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    order_id text NOT NULL COLLATE pg_catalog."C",
    line bigint NOT NULL,
    import bigint NOT NULL,
    day bigint NOT NULL,
    product_id text NOT NULL COLLATE pg_catalog."C",
    item text NOT NULL COLLATE pg_catalog."C",
    brand text NOT NULL COLLATE pg_catalog."C",
    category text NOT NULL COLLATE pg_catalog."C",
    quantity bigint NOT NULL,
    base_price bigint NOT NULL,
    total_price bigint NOT NULL
);
CREATE TABLE cartograph.revoked_link (
    customer_id text NOT NULL COLLATE pg_catalog."C",
    link_id text NOT NULL COLLATE pg_catalog."C",
    expiry bigint NOT NULL
);
CREATE TABLE cartograph.signing_secret (
    id bigint NOT NULL,
    secret text NOT NULL,
    CONSTRAINT signing_secret_id_check CHECK ((id = 1))
);
CREATE TABLE cartograph.statistic (
    kind bigint NOT NULL,
    number bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    other text NOT NULL COLLATE pg_catalog."C",
    count bigint NOT NULL
);
CREATE TABLE cartograph.store (
    id bigint NOT NULL,
    revision bigint NOT NULL,
    imports bigint NOT NULL,
    CONSTRAINT store_id_check CHECK ((id = 1))
);
INSERT INTO cartograph.bucket_list VALUES ('ANNA', 1, 'add', 1796080963, 1, 0, 2);
INSERT INTO cartograph.bucket_list VALUES ('ANNA', 2, 'add', 1796080963, 2, 1, 3);
INSERT INTO cartograph.bucket_list_item VALUES ('ANNA', 1, 0, 1, 'Lamp', 'Home', 1250, '', 0, 19783);
INSERT INTO cartograph.bucket_list_item VALUES ('ANNA', 2, 0, 1, 'Lamp', 'Home', 1250, '', 0, 19783);
INSERT INTO cartograph.bucket_list_item VALUES ('ANNA', 2, 1, 2, 'Tea', '', NULL, 'all gone', 0, NULL);
INSERT INTO cartograph.category_month VALUES ('Pantry', 24289, 1, 2, 1720);
INSERT INTO cartograph.category_month VALUES ('Drinks', 24288, 2, 2, 1000);
INSERT INTO cartograph.category_month VALUES ('Drinks', 24289, 1, 3, 660);
INSERT INTO cartograph.category_month VALUES ('Kitchen', 24288, 1, 1, 400);
INSERT INTO cartograph.category_month VALUES ('Bakery', 24288, 1, 1, 315);
INSERT INTO cartograph.category_month VALUES ('Pantry', 24286, 1, 1, 840);
INSERT INTO cartograph.category_month VALUES ('Bakery', 24286, 1, 2, 630);
INSERT INTO cartograph.category_month VALUES ('Bakery', 24289, 1, -1, -315);
INSERT INTO cartograph.category_month VALUES ('Pantry', 24288, 1, 1, 810);
INSERT INTO cartograph.customer VALUES ('ANNA', 1171619979993499702, 6);
INSERT INTO cartograph.customer VALUES ('bert-07', 6001516177647233681, 3);
INSERT INTO cartograph.customer VALUES ('Çelik', 4151475441263506556, 1);
INSERT INTO cartograph.list_share VALUES ('ANNA', '-JVfsCkld5lWY_Vv', 1, 'view', 1796080963, 1798672963);
INSERT INTO cartograph.mail_subscription OVERRIDING SYSTEM VALUE VALUES ('ANNA', 1, 'Anna B <Anna@Example.org>', 'shop@example.org', 'monthly 1 08:00 GMT', '', 1796112000, NULL);
INSERT INTO cartograph.mail_subscription OVERRIDING SYSTEM VALUE VALUES ('bert-07', 2, 'bert@example.org', 'shop@example.org', 'weekly mon 08:00 Europe/Rome', '', 1796626800, 'paused by hand');
INSERT INTO cartograph.migration VALUES ('1 purchases');
INSERT INTO cartograph.migration VALUES ('2 statistics');
INSERT INTO cartograph.migration VALUES ('3 bucket lists');
INSERT INTO cartograph.migration VALUES ('4 links');
INSERT INTO cartograph.migration VALUES ('5 mail subscriptions');
INSERT INTO cartograph.purchase VALUES ('ANNA', 'A-1', 0, 1, 19689, 'P1', 'Olive oil', 'Terra', 'Pantry', 1, 840, 840);
INSERT INTO cartograph.purchase VALUES ('ANNA', 'A-1', 1, 1, 19689, 'P2', 'Rye bread', '', 'Bakery', 2, 315, 630);
INSERT INTO cartograph.purchase VALUES ('ANNA', 'A-2', 0, 1, 19731, 'P1', 'Olive oil', 'Terra', 'Pantry', 1, 860, 810);
INSERT INTO cartograph.purchase VALUES ('ANNA', 'é', 0, 1, 19737, 'P3', 'Café', 'Ro & Co', 'Drinks', 1, 500, 500);
INSERT INTO cartograph.purchase VALUES ('ANNA', 'é', 1, 1, 19738, 'P4', 'Mug', '', 'Kitchen', 1, 400, 400);
INSERT INTO cartograph.purchase VALUES ('bert-07', 'B-1', 0, 1, 19734, 'P2', 'Rye bread', '', 'Bakery', 1, 315, 315);
INSERT INTO cartograph.purchase VALUES ('bert-07', 'B-2', 0, 1, 19756, 'P2', 'Rye bread', '', 'Bakery', -1, 315, -315);
INSERT INTO cartograph.purchase VALUES ('bert-07', 'B-3', 0, 1, 19773, 'P1', 'Olive oil', 'Terra', 'Pantry', 2, 860, 1720);
INSERT INTO cartograph.purchase VALUES ('Çelik', 'C-1', 0, 1, 19774, 'P5', 'Tea', 'Leaf', 'Drinks', 3, 220, 660);
INSERT INTO cartograph.purchase VALUES ('ANNA', 'é', 0, 1, 19739, 'P3', 'Café', 'Ro & Co', 'Drinks', 1, 500, 500);
INSERT INTO cartograph.signing_secret VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO cartograph.statistic VALUES (0, 0, '', '', 3);
INSERT INTO cartograph.statistic VALUES (1, 19734, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19731, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19773, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19739, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19737, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19738, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19774, '', '', 1);
INSERT INTO cartograph.statistic VALUES (1, 19689, '', '', 2);
INSERT INTO cartograph.statistic VALUES (10, 0, 'Olive oil', '', 2);
INSERT INTO cartograph.statistic VALUES (11, 0, 'Olive oil', '', 3);
INSERT INTO cartograph.statistic VALUES (12, 0, 'Olive oil', '', 2);
INSERT INTO cartograph.statistic VALUES (13, 0, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (14, 0, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (15, 0, 'Olive oil', '', 16053168774);
INSERT INTO cartograph.statistic VALUES (16, 1, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (16, 2, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (16, 11, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2812, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2818, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2824, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (18, 810, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (18, 860, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (18, 840, 'Olive oil', '', 1);
INSERT INTO cartograph.statistic VALUES (19, 0, 'Olive oil', 'Pantry', 3);
INSERT INTO cartograph.statistic VALUES (10, 0, 'Rye bread', '', 2);
INSERT INTO cartograph.statistic VALUES (11, 0, 'Rye bread', '', 2);
INSERT INTO cartograph.statistic VALUES (12, 0, 'Rye bread', '', 2);
INSERT INTO cartograph.statistic VALUES (16, 1, 'Rye bread', '', 1);
INSERT INTO cartograph.statistic VALUES (16, 11, 'Rye bread', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2819, 'Rye bread', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2812, 'Rye bread', '', 1);
INSERT INTO cartograph.statistic VALUES (18, 315, 'Rye bread', '', 2);
INSERT INTO cartograph.statistic VALUES (19, 0, 'Rye bread', 'Bakery', 2);
INSERT INTO cartograph.statistic VALUES (10, 0, 'Café', '', 1);
INSERT INTO cartograph.statistic VALUES (11, 0, 'Café', '', 2);
INSERT INTO cartograph.statistic VALUES (12, 0, 'Café', '', 1);
INSERT INTO cartograph.statistic VALUES (14, 0, 'Café', '', 1);
INSERT INTO cartograph.statistic VALUES (15, 0, 'Café', '', 2977044472);
INSERT INTO cartograph.statistic VALUES (16, 1, 'Café', '', 2);
INSERT INTO cartograph.statistic VALUES (17, 2819, 'Café', '', 2);
INSERT INTO cartograph.statistic VALUES (18, 500, 'Café', '', 2);
INSERT INTO cartograph.statistic VALUES (19, 0, 'Café', 'Drinks', 2);
INSERT INTO cartograph.statistic VALUES (10, 0, 'Mug', '', 1);
INSERT INTO cartograph.statistic VALUES (11, 0, 'Mug', '', 1);
INSERT INTO cartograph.statistic VALUES (12, 0, 'Mug', '', 1);
INSERT INTO cartograph.statistic VALUES (16, 1, 'Mug', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2819, 'Mug', '', 1);
INSERT INTO cartograph.statistic VALUES (18, 400, 'Mug', '', 1);
INSERT INTO cartograph.statistic VALUES (19, 0, 'Mug', 'Kitchen', 1);
INSERT INTO cartograph.statistic VALUES (10, 0, 'Tea', '', 1);
INSERT INTO cartograph.statistic VALUES (11, 0, 'Tea', '', 1);
INSERT INTO cartograph.statistic VALUES (16, 2, 'Tea', '', 1);
INSERT INTO cartograph.statistic VALUES (17, 2824, 'Tea', '', 1);
INSERT INTO cartograph.statistic VALUES (18, 220, 'Tea', '', 1);
INSERT INTO cartograph.statistic VALUES (19, 0, 'Tea', 'Drinks', 1);
INSERT INTO cartograph.statistic VALUES (30, 0, 'Pantry', '', 2);
INSERT INTO cartograph.statistic VALUES (31, 2824, 'Pantry', '', 1);
INSERT INTO cartograph.statistic VALUES (30, 0, 'Bakery', '', 2);
INSERT INTO cartograph.statistic VALUES (32, 0, 'Bakery', 'Pantry', 2);
INSERT INTO cartograph.statistic VALUES (32, 0, 'Bakery', 'Kitchen', 1);
INSERT INTO cartograph.statistic VALUES (32, 0, 'Bakery', 'Drinks', 1);
INSERT INTO cartograph.statistic VALUES (30, 0, 'Drinks', '', 2);
INSERT INTO cartograph.statistic VALUES (31, 2819, 'Drinks', '', 1);
INSERT INTO cartograph.statistic VALUES (32, 0, 'Drinks', 'Pantry', 1);
INSERT INTO cartograph.statistic VALUES (32, 0, 'Drinks', 'Kitchen', 1);
INSERT INTO cartograph.statistic VALUES (30, 0, 'Kitchen', '', 1);
INSERT INTO cartograph.statistic VALUES (31, 2819, 'Kitchen', '', 1);
INSERT INTO cartograph.statistic VALUES (32, 0, 'Kitchen', 'Pantry', 1);
INSERT INTO cartograph.store VALUES (1, -7122132474805311677, 1);
SELECT pg_catalog.setval('cartograph.mail_subscription_id_seq', 2, true);
ALTER TABLE ONLY cartograph.bucket_list_item
    ADD CONSTRAINT bucket_list_item_pkey PRIMARY KEY (customer_id, version, "position");
ALTER TABLE ONLY cartograph.bucket_list
    ADD CONSTRAINT bucket_list_pkey PRIMARY KEY (customer_id, version);
ALTER TABLE ONLY cartograph.category_month
    ADD CONSTRAINT category_month_pkey PRIMARY KEY (category, month);
ALTER TABLE ONLY cartograph.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (customer_id);
ALTER TABLE ONLY cartograph.link_generation
    ADD CONSTRAINT link_generation_pkey PRIMARY KEY (customer_id);
ALTER TABLE ONLY cartograph.list_share
    ADD CONSTRAINT list_share_pkey PRIMARY KEY (customer_id, link_id);
ALTER TABLE ONLY cartograph.mail_subscription
    ADD CONSTRAINT mail_subscription_pkey PRIMARY KEY (customer_id, id);
ALTER TABLE ONLY cartograph.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY cartograph.purchase
    ADD CONSTRAINT purchase_pkey PRIMARY KEY (customer_id, order_id, line);
ALTER TABLE ONLY cartograph.revoked_link
    ADD CONSTRAINT revoked_link_pkey PRIMARY KEY (customer_id, link_id);
ALTER TABLE ONLY cartograph.signing_secret
    ADD CONSTRAINT signing_secret_pkey PRIMARY KEY (id);
ALTER TABLE ONLY cartograph.statistic
    ADD CONSTRAINT statistic_pkey PRIMARY KEY (kind, number, name, other);
ALTER TABLE ONLY cartograph.store
    ADD CONSTRAINT store_pkey PRIMARY KEY (id);
CREATE INDEX mail_subscription_id ON cartograph.mail_subscription USING btree (id);
