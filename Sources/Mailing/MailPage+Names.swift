import Charts
import Mustache

// What templates call the values of a page. Without these the library looks each of them up by reflection, which took longer than drawing
// the pictures of a mail.

extension MailPage: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "subtitle": subtitle
        case "preheader": preheader
        case "language": language
        case "direction": direction
        case "start": start
        case "end": end
        case "cardRows": cardRows
        case "remarks": remarks
        case "sections": sections
        case "list": list?.named
        case "unsubscribe": unsubscribe
        case "unsubscribeLabel": unsubscribeLabel
        default: nil
        }
    }
}

extension MailPage.Section: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "message": message
        case "source": source
        case "alternative": alternative
        case "width": width
        case "height": height
        case "hasTable": hasTable
        case "figures": figures
        default: nil
        }
    }
}

extension MailPage.CardRow: MustacheParent {
    func child(named name: String) -> Any? { name == "cards" ? cards : nil }
}

extension MailPage.Card: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": label
        case "figure": figure
        case "note": note
        case "change": change.map { ["text": $0.text] }
        case "isName": isName
        default: nil
        }
    }
}

extension MailList {
    fileprivate var named: [String: Any] { ["title": title, "linkLabel": linkLabel, "items": items.map(\.named)] }
}

extension MailList.Item {
    fileprivate var named: [String: Any] {
        var named: [String: Any] = ["name": name, "state": state, "note": note]
        named["link"] = link
        return named
    }
}
