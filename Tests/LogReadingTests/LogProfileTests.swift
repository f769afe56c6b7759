import LogReading
import Purchases
import Testing

/// Small files in the shapes of known exports.
@Suite struct LogProfileTests {
    struct Export: Sendable {
        var profile: String
        var text: String
        var arguments: [String] = []
        var rows: Int
        var sum: String
        var currency: String?
        var first: String
    }

    static let exports: [Export] = [
        Export(
            profile: "cartograph",
            text: """
                OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description
                10,U1,3/4/2024,P1,Milk,Farm,Dairy,2,1.50,1.501.50,x
                11,U1,5/6/2024,P1,Milk,Farm,Dairy,1,1.50,1.50,x
                """, rows: 2, sum: "4.50", currency: "USD", first: "2024-03-04"),
        Export(
            profile: "shopify",
            text: """
                Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount,Lineitem sku,Vendor
                #1001,ann@example.com,paid,2024-02-03 10:00:00 +0100,EUR,45.00,5.00,0.00,50.00,2024-02-03 09:59:00 +0100,2,Mug,10.00,1.00,M1,Clay
                #1001,ann@example.com,,,,,,,,,1,Bowl,26.00,0.00,B1,Clay
                #1002,bob@example.com,refunded,,EUR,10.00,0.00,0.00,10.00,2024-02-04 09:59:00 +0100,1,Mug,10.00,0.00,M1,Clay
                #1002,bob@example.com,,,,,,,,,1,Bowl,26.00,0.00,B1,Clay
                """, rows: 2, sum: "45.00", currency: "EUR", first: "2024-02-03"),
        Export(
            profile: "woocommerce",
            text: """
                Order ID,Order Date,Order Status,Customer User ID,Customer Email,Item Name,Item Quantity,Item Cost,Line Total,Order Total,Order Currency
                81,2024-03-05 10:00,wc-completed,4,a@example.com,Pen,3,2.50,7.00,9.00,GBP
                82,2024-03-06 10:00,wc-failed,4,a@example.com,Pen,1,2.50,2.50,4.50,GBP
                """, rows: 1, sum: "7.00", currency: "GBP", first: "2024-03-05"),
        Export(
            profile: "square",
            text: """
                Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Customer ID
                01/31/2024,08:15:00,Eastern Time (US & Canada),Drinks,Latte,2.0,Regular,L1,,$9.00,-$1.00,$8.00,$0.64,T9,C4
                02/01/2024,08:20:00,Eastern Time (US & Canada),Drinks,Tea,1.0,Regular,T1,,$3.00,$0.00,$3.00,$0.24,T10,C5
                """, rows: 2, sum: "11.00", currency: "USD", first: "2024-01-31"),
        Export(
            profile: "stripe",
            text: """
                id,Created (UTC),Amount,Amount Refunded,Currency,Description,Fee,Status,Seller Message,Customer ID
                ch_1,2024-04-01 12:00:00,30.00,10.00,eur,Course,0.60,Paid,Payment complete.,cus_1
                ch_2,2024-04-02 12:00:00,30.00,0.00,eur,,0.60,Paid,Payment complete.,cus_2
                ch_3,2024-04-02 12:00:00,30.00,0.00,eur,Course,0.00,Failed,The bank declined.,cus_2
                """, rows: 2, sum: "50.00", currency: "EUR", first: "2024-04-01"),
        Export(
            profile: "paypal",
            text: """
                "Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","Transaction ID"
                "02/25/2024","10:00:00","CET","Bookshop","Payment","Completed","EUR","-1,020.50","0.00","-1,020.50","A1"
                "02/26/2024","10:00:00","CET","Bookshop","Refund","Completed","EUR","20.50","0.00","20.50","A2"
                "02/27/2024","10:00:00","CET","Cab","Authorization","Pending","EUR","-9.00","0.00","-9.00","A3"
                """, arguments: ["set customer=me"], rows: 2, sum: "1000.00", currency: "EUR", first: "2024-02-25"),
        Export(
            profile: "amazon",
            text: """
                Website,Order ID,Order Date,Currency,Unit Price,Total Discounts,Total Owed,ASIN,Quantity,Order Status,Product Name
                "Amazon.de","3-1","2024-05-01T12:00:00Z","EUR","10.00","'-1.00'","11.90","B01","1","Closed","Lamp"
                "Amazon.de","3-2","2024-05-02T12:00:00Z","EUR","0","0","0","B02","0","Cancelled","Desk"
                """, arguments: ["set customer=me"], rows: 1, sum: "11.90", currency: "EUR", first: "2024-05-01"),
        Export(
            profile: "online-retail",
            text: """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                600001,A1,LANTERN,6,12/1/2010 8:26,2.55,15000.0,United Kingdom
                C600002,A1,LANTERN,-1,12/13/2010 9:00,2.55,15000.0,United Kingdom
                600003,A1,LANTERN,1,12/13/2010 9:00,2.55,,United Kingdom
                """, rows: 2, sum: "12.75", currency: "GBP", first: "2010-12-01"),
        Export(
            profile: "superstore",
            text: """
                Row ID,Order ID,Order Date,Ship Date,Customer ID,Customer Name,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit
                1,US-1,11/8/2016,11/11/2016,AB-1,Ann,P-1,Office,Paper,Pad,50.00,5,0.2,9.5
                2,US-2,6/12/2016,6/16/2016,AB-1,Ann,P-2,Office,Paper,Block,20.00,2,0,5
                """, rows: 2, sum: "70.00", currency: "USD", first: "2016-06-12"),
        Export(
            profile: "supermarket-sales",
            text: """
                Invoice ID,Branch,City,Customer type,Gender,Product line,Unit price,Quantity,Tax 5%,Total,Date,Time,Payment,cogs
                1-1,A,Yangon,Member,Female,Food,20.00,2,2.00,42.00,1/25/2019,13:08,Cash,40.00
                """, arguments: ["set customer=all"], rows: 1, sum: "42.00", currency: "USD", first: "2019-01-25"),
        Export(
            profile: "dunnhumby",
            text: """
                household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,RETAIL_DISC
                7,269,1,8249,2,3.98,364,-0.6
                7,270,8,8250,1,1.50,364,0
                """, arguments: ["date-format days since 2016-12-31"], rows: 2, sum: "5.48", currency: "USD", first: "2017-01-01"),
        Export(
            profile: "olist",
            text: """
                order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value
                a1,1,p1,s1,2017-09-19 09:45:35,58.90,13.29
                a1,2,p1,s1,2017-09-19 09:45:35,58.90,13.29
                """, arguments: ["set customer=all"], rows: 2, sum: "117.80", currency: "BRL", first: "2017-09-19"),
        Export(
            profile: "customer-shopping",
            text: """
                invoice_no,customer_id,gender,age,category,quantity,price,payment_method,invoice_date,shopping_mall
                I1,C1,Female,28,Shoes,5,1500.40,Cash,5/8/2022,Kanyon
                """, rows: 1, sum: "1500.40", currency: "TRY", first: "2022-08-05"),
        Export(
            profile: "dkb",
            text: """
                "Girokonto";"DE00123456780000000000"
                "Zeitraum:";"01.01.2024 - 31.01.2024"
                "";""
                "Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)"
                "12.01.24";"12.01.24";"Gebucht";"Ann";"Markt";"Einkauf";"Ausgang";"DE1";"-1.034,20"
                "11.01.24";"11.01.24";"Gebucht";"Firma";"Ann";"Gehalt";"Eingang";"DE1";"2.000,00"
                "10.01.24";"";"Vorgemerkt";"Ann";"Markt";"Einkauf";"Ausgang";"DE1";"-5"
                """, arguments: ["set customer=me"], rows: 1, sum: "1034.20", currency: "EUR", first: "2024-01-12"),
        Export(
            profile: "card-statement",
            text: """
                Transaction Date,Post Date,Description,Category,Type,Amount
                01/14/2024,01/15/2024,GROCER,Groceries,Sale,-40.00
                01/15/2024,01/16/2024,PETROL,Gas,Sale,-30.00
                01/16/2024,01/17/2024,GROCER,Groceries,Sale,-10.00
                01/17/2024,01/18/2024,CINEMA,Fun,Sale,-12.00
                01/20/2024,01/21/2024,GROCER,Groceries,Return,10.00
                """, arguments: ["set customer=me"], rows: 5, sum: "82.00", currency: nil, first: "2024-01-14"),
    ]

    @Test(arguments: exports)
    func `a known export is told by its header and read without further questions`(export: Export) throws {
        let result = try LogFixture.reconciliation(export.text, export.arguments)
        #expect(result.summary.layout == export.profile)
        #expect(result.acceptedRows == export.rows)
        #expect(result.total.description == export.sum)
        #expect(result.summary.currency?.code == export.currency)
        #expect(result.firstDate?.description == export.first)
    }

    @Test func `a layout may be named where the header is another, and all have what they need`() throws {
        let text = "Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price\n#7,ann@example.com,2024-02-03,2,Mug,10.00\n"
        #expect(try LogFixture.reconciliation(text, ["profile shopify"]).total.description == "20.00")
        #expect(Set(LogProfile.all.map(\.name)).count == LogProfile.all.count)
        for profile in LogProfile.all {
            #expect(!profile.columnNames(of: .date).isEmpty && !profile.columnNames(of: .item).isEmpty)
            #expect(!profile.columnNames(of: .basePrice).isEmpty || !profile.columnNames(of: .totalPrice).isEmpty)
            #expect(profile.identifiedBy.count >= 4)
        }
    }

    @Test(arguments: [
        "Bestellnr;Kunde;Datum;Artikel;Kategorie;Menge;Einzelpreis\n1;Ann;13.1.2024;Tee;Obst;2;1,50",
        "N° commande;Client;Date;Désignation;Catégorie;Qté;Prix\n1;Ann;13/1/2024;Tee;Obst;2;1,50",
        "Pedido;Cliente;Fecha;Producto;Categoría;Cantidad;Precio\n1;Ann;13/1/2024;Tee;Obst;2;1,50",
        "Encomenda;Cliente;Data;Produto;Categoria;Quantidade;Preço\n1;Ann;13/1/2024;Tee;Obst;2;1,50",
        "Ordine;Cliente;Data;Prodotto;Categoria;Quantità;Prezzo\n1;Ann;13/1/2024;Tee;Obst;2;1,50",
        "Bestelnummer;Klant;Datum;Productnaam;Categorie;Aantal;Prijs\n1;Ann;13-1-2024;Tee;Obst;2;1,50",
        "Order No,Customer,Purchase Date,Product,Product Category,Units Sold,Unit Price\n1,Ann,13/1/2024,Tee,Obst,2,1.50",
    ])
    func `columns are known by their names in seven languages`(text: String) throws {
        let purchase = try #require(try LogFixture.purchases(text).first)
        #expect(
            purchase.order.rawValue == "1" && purchase.user.rawValue == "Ann" && purchase.itemName == "Tee" && purchase.category == "Obst")
        #expect(purchase.date.description == "2024-01-13" && purchase.totalPrice.description == "3.00")
    }
}
