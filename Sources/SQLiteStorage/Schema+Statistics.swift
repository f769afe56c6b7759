import GRDB
import Purchases

extension Schema {
    /// Counts what was not counted in the first databases that had statistics.
    static func countOrdersAndProducts(_ db: Database) throws {
        let (orders, product) = (StatisticsCounter.Kind.orders.rawValue, StatisticsCounter.Kind.itemProduct.rawValue)
        try db.execute(
            sql: """
                DELETE FROM statistic WHERE kind IN (\(orders), \(product));
                INSERT INTO statistic (kind, number, name, other, count)
                    SELECT \(orders), 0, '', '', count(*) FROM (
                        SELECT DISTINCT customer_id, day FROM purchase WHERE quantity >= 0 AND total_price >= 0
                    ) HAVING count(*) > 0;
                INSERT INTO statistic (kind, number, name, other, count)
                    SELECT \(product), 0, item, product_id, count(*) FROM purchase
                    WHERE quantity >= 0 AND total_price >= 0 AND product_id <> '' GROUP BY item, product_id;
                """
        )
    }
}
