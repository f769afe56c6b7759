package import Charts

/// What a shop counts.
extension Noun {
    package static let order = Noun("order/orders", de: "Bestellung/Bestellungen", fr: "commande/commandes", es: "pedido/pedidos")
    package static let line = Noun("line/lines", de: "Position/Positionen", fr: "ligne/lignes", es: "línea/líneas")
    package static let orderLine = Noun(
        "order line/order lines", de: "Position/Positionen", fr: "ligne de commande/lignes de commande",
        es: "línea de pedido/líneas de pedido"
    )
    package static let purchase = Noun("purchase/purchases", de: "Kauf/Käufe", fr: "achat/achats", es: "compra/compras")
    package static let item = Noun("item/items", de: "Artikel", fr: "article/articles", es: "artículo/artículos")
}
