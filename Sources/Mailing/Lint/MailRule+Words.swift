extension MailRule {
    public var severity: Severity {
        switch self {
        case .missingHeader, .longLine, .wrongCharset, .brokenEncoding, .htmlSize, .inlineSVG, .svgImage, .dataImage, .imageSource,
            .missingPart, .imageSize,
            .imageAlternative, .activeContent:
            .error
        case .incomplete, .missingText, .unsubscribe, .messageSize, .webpImage, .insecureImage, .fragileAddress, .transparentImage,
            .largePicture, .imageChoice, .imageMap, .externalStyle, .layoutRole:
            .warning
        case .oneClick, .unusedPart, .longAlternative, .imageDensity: .note
        }
    }

    /// Why it matters.
    public var reason: String {
        switch self {
        case .missingHeader: "A message without this field is refused or taken for spam (RFC 5322, section 3.6)."
        case .longLine: "A line has more than 998 characters, which mail servers cut (RFC 5322, section 2.1.1)."
        case .incomplete: "The message has more than is looked at here, so this list may not be whole."
        case .wrongCharset: "The bytes of a text are not of the charset it names, so readers see other characters, or none."
        case .brokenEncoding: "A part in base64 has characters that are none of its alphabet, so that clients cut or garble it (RFC 2045)."
        case .missingText: "Watches, screen readers and spam filters read the part in plain text, and there is none."
        case .unsubscribe: "Large mailbox providers ask of whoever sends many messages that they can be ended from the head (RFC 2369)."
        case .oneClick: "Without it, ending the subscription takes a visit to a page (RFC 8058)."
        case .htmlSize: "Gmail shows about the first 102,000 bytes of HTML and hides the rest behind a link."
        case .messageSize: "Many servers refuse messages of more than 10 MB, and all are slow with them."
        case .inlineSVG: "Gmail and every Outlook remove <svg>."
        case .svgImage: "Gmail and Outlook for Windows show no SVG."
        case .webpImage: "Outlook for Windows shows no WebP."
        case .dataImage: "Gmail and Outlook for Windows show no picture from a data: address, and its bytes count as HTML."
        case .imageSource: "A mail has no page that an address could be relative to, so this picture is shown nowhere."
        case .insecureImage: "Clients warn of a picture that comes over http, or do not ask for it."
        case .fragileAddress: "Gmail's and Outlook.com's proxies write these characters of an address anew, which breaks signatures."
        case .missingPart: "No part of the message has the id that the picture refers to."
        case .unusedPart: "A picture that nothing refers to is shown as an attachment."
        case .imageSize:
            "Outlook for Windows takes sizes from the attributes alone, and a percentage from the file's own width: the picture is huge or cut."
        case .imageAlternative: "Most clients show the alternative text until the reader asks for pictures; screen readers always read it."
        case .longAlternative: "Clients cut an alternative text of more than about 150 characters."
        case .imageDensity: "The picture has fewer than two pixels for each point, and is blurred on most phones."
        case .transparentImage: "Clients with a dark theme put their own background behind it, and dark ink disappears."
        case .largePicture: "Gmail has been seen to show large inline pictures as attachments."
        case .imageChoice: "Gmail and Outlook know neither srcset nor <picture>."
        case .imageMap: "The places of a map are points of the attributes, so they do not fit a picture that shrinks."
        case .activeContent: "No client runs it, and filters refuse messages that have it."
        case .externalStyle: "Gmail and Outlook do not read style sheets from elsewhere."
        case .layoutRole: "Screen readers read a layout as a table of data unless it says that it is none."
        }
    }

    /// What to do.
    public var advice: String {
        switch self {
        case .missingHeader: "Add the field."
        case .longLine: "Encode the part as quoted-printable or base64."
        case .incomplete: "Make the message smaller."
        case .wrongCharset: "Write the text in UTF-8 and say charset=utf-8."
        case .brokenEncoding: "Encode the part anew, in lines of 76 characters."
        case .missingText: "Send multipart/alternative with text/plain first."
        case .unsubscribe: "Add List-Unsubscribe with an https and a mailto address."
        case .oneClick: "Add List-Unsubscribe with an https address and List-Unsubscribe-Post: List-Unsubscribe=One-Click."
        case .htmlSize: "Keep the HTML below 90,000 bytes: fewer rows, fewer inline styles, pictures as parts."
        case .messageSize: "Link large pictures, or make them smaller."
        case .inlineSVG, .svgImage, .webpImage: "Send a PNG at twice the size."
        case .dataImage: "Send the picture as a part with a Content-ID and refer to it as cid:, or link it."
        case .imageSource: "Write the whole address, with https://, or cid: and the id of a part."
        case .insecureImage: "Serve it over https."
        case .fragileAddress: "Use letters, digits and - . _ ~ / only, and no query."
        case .missingPart: "Give the part the Content-ID, or correct the reference."
        case .unusedPart: "Refer to it as cid:, or leave it out."
        case .imageSize: "Give width and height as whole numbers of points; CSS may make it smaller still."
        case .imageAlternative: "Say in alt what the picture shows; for an ornament, alt=\"\"."
        case .longAlternative: "Say the message in a sentence, and the figures in a table below."
        case .imageDensity: "Draw it at scale 2 and keep the attributes."
        case .transparentImage: "Draw the background."
        case .largePicture: "Keep an inline picture below 500 kB."
        case .imageChoice: "Send one picture at twice the size."
        case .imageMap: "Link the whole picture, or give it a fixed width."
        case .activeContent: "Leave it out; link to a page that does it."
        case .externalStyle: "Write the styles into the elements, and what only some clients know into <style>."
        case .layoutRole: "Add role=\"presentation\" to tables that are layout, and <th> to those that are data."
        }
    }
}
