import Purchases

extension Schema {
    /// Counts that add up: what each is about is said by `StatisticsCounter`.
    static let statistics = """
        CREATE TABLE statistic (
            kind bigint NOT NULL, number bigint NOT NULL, name text COLLATE "C" NOT NULL, other text COLLATE "C" NOT NULL,
            count bigint NOT NULL,
            PRIMARY KEY (kind, number, name, other)
        );
        """

    /// Counts what was not counted in the first databases that had statistics.
    static let ordersAndProducts = """
        DELETE FROM statistic WHERE kind IN (\(StatisticsCounter.Kind.orders.rawValue), \(StatisticsCounter.Kind.itemProduct.rawValue));
        INSERT INTO statistic (kind, number, name, other, count)
            SELECT \(StatisticsCounter.Kind.orders.rawValue), 0, '', '', count(*) FROM (
                SELECT DISTINCT customer_id, day FROM purchase WHERE quantity >= 0 AND total_price >= 0
            ) AS orders HAVING count(*) > 0;
        INSERT INTO statistic (kind, number, name, other, count)
            SELECT \(StatisticsCounter.Kind.itemProduct.rawValue), 0, item, product_id, count(*) FROM purchase
            WHERE quantity >= 0 AND total_price >= 0 AND product_id <> '' GROUP BY item, product_id;
        """
}
