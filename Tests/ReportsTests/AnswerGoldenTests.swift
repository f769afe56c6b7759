import Charts
import Drawing
import Foundation
import GoldenSupport
import Purchases
import Testing

@testable import Reports
@testable import Server

/// What is answered about the shopper of an example log, in each form of numbers, words and pictures.
@Suite struct AnswerGoldenTests {
    private static let representations: [Representation] = [.json, .csv, .txt, .svg]

    /// The answer in lines, so that a difference shows where it is.
    private func entry(_ name: String, _ bytes: [UInt8]) -> Golden.Entry {
        let text = String(decoding: bytes, as: UTF8.self).replacing(",\"", with: ",\n\"").replacing("><", with: ">\n<")
        return Golden.Entry(name, counts: "\(bytes.count) bytes", text: text)
    }

    @Test func `answers are those that are recorded`() async throws {
        let shop = try await ExampleShop()
        var entries: [Golden.Entry] = []
        for (insight, query) in Question.addresses {
            for disclosure in Disclosure.allCases {
                let query = query.replacing("item=Milk", with: "item=House%20Pork%20Chops%202lb")
                let address = "\(insight.name)?\(query)\(query.isEmpty ? "" : "&")disclosure=\(disclosure.rawValue)"
                guard
                    let request = try? InsightRequest(
                        insight, of: shop.user, query: Query(encoded: String(address.split(separator: "?")[1])))
                else {
                    entries.append(entry(address, Array("refused".utf8)))
                    continue
                }
                for representation in Self.representations {
                    let bytes = try request.bytes(
                        as: representation, from: shop.history, among: shop.everyone, typesetter: shop.typesetter)
                    entries.append(entry("\(address).\(representation.rawValue)", bytes))
                }
            }
        }
        try Golden.lines(named: "answers.txt").expect(entries)
    }

    @Test func `answers about the shop are those that are recorded`() async throws {
        let shop = try await ExampleShop()
        var entries: [Golden.Entry] = []
        for question in ShopQuestion.allCases {
            for disclosure in Disclosure.allCases {
                let address = "shop/\(question.rawValue)?disclosure=\(disclosure.rawValue)"
                guard question.refusal(in: Presentation(disclosure: disclosure)) == nil else {
                    entries.append(entry(address, Array("refused".utf8)))
                    continue
                }
                let presentation = Presentation(disclosure: disclosure)
                let report = ShopReport(shop.months, question)
                let scene = try report.chart(presentation).scene(
                    size: Size(width: 800, height: 400), theme: .light, measuring: shop.typesetter)
                entries += [
                    entry("\(address).json", report.json(presentation).bytes),
                    entry("\(address).csv", report.csv(presentation)),
                    entry("\(address).txt", Array("\(scene.summary)\n".utf8)),
                    entry("\(address).svg", try scene.bytes(as: .svg, style: PictureStyle(), typesetter: shop.typesetter)),
                ]
            }
        }
        try Golden.lines(named: "shop.txt").expect(entries)
    }
}
