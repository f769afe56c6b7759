extension Schema {
    /// What decodes histories for occasional questions in SQL: `cartograph.lines(customer_id)` and, over it, a view `cartograph.purchase`.
    ///
    /// It is slow, as every history is decoded that is not ruled out by its shopper, and no part of any request. The format is described in
    /// the documentation of `Histories`.
    static let lines = #"""
        CREATE FUNCTION cartograph.number_at(content bytea, INOUT place integer, OUT number numeric)
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
        DECLARE
            byte integer;
            unit numeric := 1;
        BEGIN
            number := 0;
            LOOP
                byte := get_byte(content, place);
                place := place + 1;
                number := number + (byte & 127) * unit;
                unit := unit * 128;
                EXIT WHEN byte < 128;
            END LOOP;
        END $body$;

        CREATE FUNCTION cartograph.signed_at(content bytea, INOUT place integer, OUT number numeric)
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
        BEGIN
            SELECT at.place, CASE mod(at.number, 2) WHEN 0 THEN div(at.number, 2) ELSE -div(at.number + 1, 2) END
            INTO place, number FROM cartograph.number_at(content, place) AS at;
        END $body$;

        CREATE FUNCTION cartograph.text_at(content bytea, INOUT place integer, size integer, OUT value text)
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
        DECLARE
            part bytea := substring(content FROM place + 1 FOR size);
        BEGIN
            -- No text of this server may hold U+0000: U+FFFD stands for it.
            WHILE position('\x00'::bytea IN part) > 0 LOOP
                part := overlay(part PLACING '\xefbfbd'::bytea FROM position('\x00'::bytea IN part) FOR 1);
            END LOOP;
            value := convert_from(part, 'UTF8');
            place := place + size;
        END $body$;

        CREATE FUNCTION cartograph.wrapped(number numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $body$
            SELECT mod(mod(number + 9223372036854775808, 18446744073709551616) + 18446744073709551616, 18446744073709551616)
                - 9223372036854775808
        $body$;

        CREATE FUNCTION cartograph.lines(customer text) RETURNS TABLE (
            customer_id text, order_id text, line integer, order_date date, order_time time, product_id text, item text, brand text,
            category text, quantity numeric, base_price numeric, total_price numeric
        ) LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $body$
        #variable_conflict use_column
        DECLARE
            content bytea;
            place integer;
            number numeric;
            quantity_unit numeric;
            price_unit numeric;
            total_unit numeric;
            total_factor numeric;
            -- The texts of items, brands, categories and products, in order of their first use.
            columns jsonb;
            -- Of each article these four.
            articles text[];
            value text;
            article_count integer;
            last_prices numeric[];
            own_order text;
            head numeric;
            day numeric;
            moment numeric;
            article integer;
            amount numeric;
            price numeric;
            total numeric;
        BEGIN
            FOR content IN
                SELECT history.content FROM cartograph.history
                WHERE history.customer_id = customer AND get_byte(history.content, 0) <> 18 ORDER BY history.year
            LOOP
                IF get_byte(content, 0) <> 16 THEN
                    RAISE EXCEPTION 'the history of % was written by a newer version', customer;
                END IF;
                SELECT at.place INTO place FROM cartograph.number_at(content, 1) AS at;
                quantity_unit := ('1e-' || get_byte(content, place))::numeric;
                price_unit := ('1e-' || get_byte(content, place + 1))::numeric;
                total_factor := ('1e' || get_byte(content, place + 2))::numeric;
                total_unit := ('1e-' || get_byte(content, place + 2))::numeric;
                SELECT at.place, at.number INTO place, number FROM cartograph.number_at(content, place + 3) AS at;
                article_count := number;
                columns := '[[], [], [], []]';
                articles := ARRAY[]::text[];
                FOR article_number IN 1..article_count LOOP
                    FOR column_number IN 0..3 LOOP
                        SELECT at.place, at.number INTO place, number FROM cartograph.number_at(content, place) AS at;
                        IF mod(number, 2) = 0 THEN
                            SELECT at.place, at.value INTO place, value
                            FROM cartograph.text_at(content, place, div(number, 2)::integer) AS at;
                            columns := jsonb_insert(columns, ARRAY[column_number::text, '-1'], to_jsonb(value), true);
                        ELSE
                            value := columns -> column_number ->> div(number, 2)::integer;
                        END IF;
                        articles := articles || value;
                    END LOOP;
                END LOOP;
                last_prices := array_fill(0::numeric, ARRAY[greatest(article_count, 1)]);
                SELECT at.place, at.number INTO place, number FROM cartograph.number_at(content, place) AS at;
                FOR order_number IN 1..number LOOP
                    SELECT at.place, at.number INTO place, number FROM cartograph.number_at(content, place) AS at;
                    SELECT at.place, at.value INTO place, own_order FROM cartograph.text_at(content, place, number::integer) AS at;
                    SELECT at.place, at.number INTO place, head FROM cartograph.number_at(content, place) AS at;
                    SELECT at.place, at.number + 18000 INTO place, day FROM cartograph.signed_at(content, place) AS at;
                    moment := 0;
                    IF mod(div(head, 2), 2) = 1 THEN
                        SELECT at.place, at.number INTO place, moment FROM cartograph.number_at(content, place) AS at;
                    END IF;
                    FOR line_number IN 0..div(head, 4) - 1 LOOP
                        IF mod(head, 2) = 1 THEN
                            SELECT at.place, day + at.number INTO place, day FROM cartograph.signed_at(content, place) AS at;
                            IF mod(div(head, 2), 2) = 1 THEN
                                SELECT at.place, moment + at.number INTO place, moment FROM cartograph.signed_at(content, place) AS at;
                            END IF;
                        END IF;
                        SELECT at.place, at.number INTO place, number FROM cartograph.number_at(content, place) AS at;
                        article := number;
                        SELECT at.place, at.number INTO place, amount FROM cartograph.signed_at(content, place) AS at;
                        SELECT at.place, cartograph.wrapped(last_prices[article + 1] + at.number) INTO place, price
                        FROM cartograph.signed_at(content, place) AS at;
                        last_prices[article + 1] := price;
                        SELECT at.place, cartograph.wrapped(round(amount * quantity_unit * price * price_unit * total_factor) + at.number)
                        INTO place, total FROM cartograph.signed_at(content, place) AS at;
                        customer_id := customer;
                        order_id := own_order;
                        line := line_number;
                        order_date := date '1970-01-01' + day::integer;
                        order_time := CASE WHEN moment > 0 THEN time '00:00' + (moment - 1) * interval '1 second' END;
                        item := articles[article * 4 + 1];
                        brand := articles[article * 4 + 2];
                        category := articles[article * 4 + 3];
                        product_id := articles[article * 4 + 4];
                        quantity := amount * quantity_unit;
                        base_price := price * price_unit;
                        total_price := total * total_unit;
                        RETURN NEXT;
                    END LOOP;
                END LOOP;
            END LOOP;
        END $body$;

        CREATE VIEW cartograph.purchase AS
        SELECT
            customer.customer_id, order_id, line, order_date, order_time, product_id, item, brand, category, quantity, base_price,
            total_price
        FROM cartograph.customer, LATERAL cartograph.lines(customer.customer_id);
        """#
}
