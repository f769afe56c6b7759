import CCurl
import Foundation
import Synchronization

/// A connection to a mail server, by which one mail after the other goes.
///
/// It connects with the first mail, and anew where the server has hung up since the last one.
final class MailConnection: @unchecked Sendable {
    // One thread uses it at a time: `MailConnections` hands it to one, and takes it back when that is done.
    private let handle: UnsafeMutableRawPointer
    /// libcurl reports on its progress even when it takes leave, so what it reports to lives as long as the handle.
    private let transfer = Transfer()
    private var isClosed = false

    /// - Throws: `DeliveryError` when there is no memory.
    init(to server: MailServer) throws(DeliveryError) {
        guard Self.hasStarted, let handle = curl_easy_init() else { throw .unreachable("libcurl has no memory") }
        self.handle = handle
        cartograph_curl_set_text(handle, CURLOPT_URL, server.url)
        cartograph_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        cartograph_curl_set_long(
            handle, CURLOPT_USE_SSL, server.isLoopback ? Int(CURLUSESSL_TRY.rawValue) : Int(CURLUSESSL_ALL.rawValue))
        cartograph_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let certificates = server.certificates { cartograph_curl_set_text(handle, CURLOPT_CAINFO, certificates) }
        if let user = server.user { cartograph_curl_set_text(handle, CURLOPT_USERNAME, user) }
        if let password = server.password { cartograph_curl_set_text(handle, CURLOPT_PASSWORD, password) }
        cartograph_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        cartograph_curl_set_long(handle, CURLOPT_TIMEOUT, Int(server.timeout.components.seconds))
        cartograph_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, 15)
        // The time above is not that of taking leave, for the answer to which libcurl waits two minutes.
        cartograph_curl_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, Int(server.timeout.components.seconds))
        let pointer = Unmanaged.passUnretained(transfer).toOpaque()
        cartograph_curl_set_reader(handle, takeBytes, pointer)
        cartograph_curl_set_watcher(handle, watch, pointer)
    }

    deinit { close() }

    /// Takes leave of the server; no mail goes by this connection any more. The thread waits.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        curl_easy_cleanup(handle)
    }

    /// Hands a mail to the server and returns when the server has taken it. The thread waits.
    ///
    /// - Parameters:
    ///   - isGivenUp: ends the transfer within about a second when it is raised.
    ///   - beforeEnd: called when the server has all but the mail's last two bytes. Where it throws, they are not sent, and the server throws
    ///     away what it has (RFC 5321, section 4.1.1.4).
    /// - Throws: `DeliveryError`, or what `beforeEnd` throws. After all but `unanswered` it is certain that the server did not take the mail.
    func send(_ message: Message, unless isGivenUp: Flag, beforeEnd: @escaping () throws -> Void) throws {
        var recipients: UnsafeMutablePointer<curl_slist>?
        // curl_easy_setopt copies texts, but not lists.
        defer {
            cartograph_curl_set_list(handle, CURLOPT_MAIL_RCPT, nil)
            curl_slist_free_all(recipients)
        }
        for mailbox in message.to { recipients = curl_slist_append(recipients, "<\(mailbox.address)>") }
        cartograph_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(message.from.address)>")
        cartograph_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        cartograph_curl_set_long(handle, CURLOPT_UPLOAD, 1)
        cartograph_curl_set_long(handle, CURLOPT_INFILESIZE, message.bytes.count)
        defer { transfer.finish() }
        transfer.begin(message.bytes, isGivenUp, beforeEnd)
        var result = curl_easy_perform(handle)
        if isHungUp(result) {
            transfer.begin(message.bytes, isGivenUp, beforeEnd)
            result = curl_easy_perform(handle)
        }
        if let refusal = transfer.refusal { throw refusal }
        guard result != CURLE_OK else { return }
        throw DeliveryError(result, response: responseCode, afterWholeMail: transfer.isWhole)
    }

    /// Whether a connection that was kept open had ended, so that a new one may well do: the server has not seen the end of the mail.
    private func isHungUp(_ result: CURLcode) -> Bool {
        guard result != CURLE_OK, !transfer.isWhole, transfer.refusal == nil, cartograph_curl_connect_count(handle) == 0 else {
            return false
        }
        // With 421 a server says that it hangs up, whatever it was asked (RFC 5321, section 3.8).
        return responseCode == 421
            || responseCode < 400 && [CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING].contains(result)
    }

    private var responseCode: Int { Int(cartograph_curl_response_code(handle)) }

    /// Connects as for a mail, with the user and the password if there are any, and sends none. The thread waits.
    func greet() throws(DeliveryError) {
        cartograph_curl_set_long(handle, CURLOPT_CONNECT_ONLY, 1)
        let result = curl_easy_perform(handle)
        guard result != CURLE_OK else { return }
        throw DeliveryError(result, response: responseCode, afterWholeMail: false)
    }

    /// curl_global_init, once: a constant of a type is made by one thread alone.
    private static let hasStarted = cartograph_curl_start() == CURLE_OK
}

/// Something that one thread says and another hears.
final class Flag: Sendable {
    private let state = Atomic(false)
    var isRaised: Bool { state.load(ordering: .relaxed) }
    func raise() { state.store(true, ordering: .relaxed) }
}

/// A mail on its way.
private final class Transfer {
    private var bytes: [UInt8] = []
    private var sentCount = 0
    private var isGivenUp = Flag()
    private var beforeEnd: () throws -> Void = {}
    /// Why the end was not sent.
    private(set) var refusal: (any Error)?
    /// Whether the server was given the whole mail.
    private(set) var isWhole = false

    /// What is kept back until all that comes before it has left: an end of a line.
    private static let endLength = 2

    func begin(_ bytes: [UInt8], _ isGivenUp: Flag, _ beforeEnd: @escaping () throws -> Void) {
        (self.bytes, sentCount, self.isGivenUp, self.beforeEnd, refusal, isWhole) = (bytes, 0, isGivenUp, beforeEnd, nil, false)
    }

    /// Forgets the mail.
    func finish() { (bytes, beforeEnd) = ([], {}) }

    var isAbandoned: Bool { isGivenUp.isRaised }

    /// Fills libcurl's buffer with what comes next, and returns how much that is; 0 at the end, nil to break off.
    func take(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        let end = bytes.count - Self.endLength
        if sentCount >= end, !isWhole {
            do { try beforeEnd() } catch {
                refusal = error
                return nil
            }
            isWhole = true
        }
        let length = min(buffer.count, (sentCount < end ? end : bytes.count) - sentCount)
        buffer.copyBytes(from: bytes[sentCount..<sentCount + length])
        sentCount += length
        return length
    }
}

/// Ends the transfer when nobody waits for it any more.
private func watch(_ transfer: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t) -> Int32 {
    transfer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue().isAbandoned } == true ? 1 : 0
}

private func takeBytes(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ transfer: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer else { return 0 }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
    return Unmanaged<Transfer>.fromOpaque(transfer).takeUnretainedValue().take(into: room) ?? Int(CURL_READFUNC_ABORT)
}

extension DeliveryError {
    /// Codes with which servers ask for a password or do not take one (RFC 4954, section 6).
    private static let authenticationCodes: Set = [530, 534, 535, 538]

    /// - Parameter isWhole: whether the server was given the whole mail.
    fileprivate init(_ result: CURLcode, response: Int, afterWholeMail isWhole: Bool) {
        let reason = String(cString: curl_easy_strerror(result))
        self =
            switch result {
            case CURLE_LOGIN_DENIED: .authentication
            case CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE: .insecure(reason)
            case _ where Self.authenticationCodes.contains(response): .authentication
            case _ where (400...499).contains(response): .deferred(response)
            case _ where (500...599).contains(response): .refused(response)
            default: isWhole ? .unanswered(reason) : .unreachable(reason)
            }
    }
}
