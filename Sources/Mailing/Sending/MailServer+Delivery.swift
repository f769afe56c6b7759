import CCurl
import Foundation
import Synchronization

extension MailServer {
    /// Hands a mail to the server, on a thread of its own, and returns when the server has taken it.
    ///
    /// A task that is cancelled gives it up within about a second.
    ///
    /// - Throws: `DeliveryError`; `CancellationError` when the task was cancelled. After all but `DeliveryError.unanswered` it is certain that
    ///   the server did not take the mail.
    func delivery(of message: Message) async throws {
        let isGivenUp = Flag()
        do {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    // Not one of the few threads that tasks run on: a server that says nothing holds it for a minute.
                    Thread { continuation.resume(with: Result { try deliver(message, unless: isGivenUp) }) }.start()
                }
            } onCancel: {
                isGivenUp.raise()
            }
        } catch DeliveryError.unreachable where isGivenUp.isRaised {
            throw CancellationError()
        }
    }

    /// Hands a mail to the server and returns when the server has taken it. The thread waits; give it one that may.
    ///
    /// - Throws: `DeliveryError`. After all but `unanswered` it is certain that the server did not take the mail.
    public func deliver(_ message: Message) throws(DeliveryError) { try deliver(message, unless: Flag()) }

    private func deliver(_ message: Message, unless isGivenUp: Flag) throws(DeliveryError) {
        guard Self.hasStarted, let handle = curl_easy_init() else { throw .unreachable("libcurl has no memory") }
        defer { curl_easy_cleanup(handle) }
        var recipients: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(recipients) }
        for mailbox in message.to { recipients = curl_slist_append(recipients, "<\(mailbox.address)>") }
        // curl_easy_setopt copies texts, but neither lists nor the reader's source; both live until the end of this function.
        prepare(handle)
        cartograph_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(message.from.address)>")
        cartograph_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        cartograph_curl_set_long(handle, CURLOPT_UPLOAD, 1)
        cartograph_curl_set_long(handle, CURLOPT_INFILESIZE, message.bytes.count)

        var source = Source(bytes: message.bytes, isGivenUp: isGivenUp)
        let result = withUnsafeMutablePointer(to: &source) { source in
            cartograph_curl_set_reader(handle, takeBytes, source)
            cartograph_curl_set_watcher(handle, watch, source)
            return curl_easy_perform(handle)
        }
        guard result != CURLE_OK else { return }
        let isWhole = source.sentCount == message.bytes.count
        throw DeliveryError(result, response: Int(cartograph_curl_response_code(handle)), afterWholeMail: isWhole)
    }

    /// Connects as for a mail, with the user and the password if there are any, and sends none. The thread waits.
    public func greet() throws(DeliveryError) {
        guard Self.hasStarted, let handle = curl_easy_init() else { throw .unreachable("libcurl has no memory") }
        defer { curl_easy_cleanup(handle) }
        prepare(handle)
        cartograph_curl_set_long(handle, CURLOPT_CONNECT_ONLY, 1)
        let result = curl_easy_perform(handle)
        guard result != CURLE_OK else { return }
        throw DeliveryError(result, response: Int(cartograph_curl_response_code(handle)), afterWholeMail: false)
    }

    /// Says where the server is, how to speak to it, and how long to wait for it.
    private func prepare(_ handle: UnsafeMutableRawPointer) {
        cartograph_curl_set_text(handle, CURLOPT_URL, url)
        cartograph_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        cartograph_curl_set_long(handle, CURLOPT_USE_SSL, isLoopback ? Int(CURLUSESSL_TRY.rawValue) : Int(CURLUSESSL_ALL.rawValue))
        cartograph_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let certificates { cartograph_curl_set_text(handle, CURLOPT_CAINFO, certificates) }
        if let user { cartograph_curl_set_text(handle, CURLOPT_USERNAME, user) }
        if let password { cartograph_curl_set_text(handle, CURLOPT_PASSWORD, password) }
        cartograph_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        cartograph_curl_set_long(handle, CURLOPT_TIMEOUT, Int(timeout.components.seconds))
        cartograph_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, 15)
        // The time above is not that of taking leave, for the answer to which libcurl waits two minutes.
        cartograph_curl_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, Int(timeout.components.seconds))
    }

    /// curl_global_init, once: a constant of a type is made by one thread alone.
    private static let hasStarted = cartograph_curl_start() == CURLE_OK
}

/// What is left to be sent.
private struct Source {
    let bytes: [UInt8]
    let isGivenUp: Flag
    var sentCount = 0
}

/// Something that one thread says and another hears.
private final class Flag: Sendable {
    private let state = Atomic(false)
    var isRaised: Bool { state.load(ordering: .relaxed) }
    func raise() { state.store(true, ordering: .relaxed) }
}

/// Ends the transfer when nobody waits for it any more.
private func watch(_ source: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t) -> Int32 {
    source?.assumingMemoryBound(to: Source.self).pointee.isGivenUp.isRaised == true ? 1 : 0
}

/// Fills libcurl's buffer with what comes next, and returns how much that is; 0 at the end.
private func takeBytes(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ source: UnsafeMutableRawPointer?
) -> Int {
    guard let buffer, let source = source?.assumingMemoryBound(to: Source.self) else { return 0 }
    let length = min(size * count, source.pointee.bytes.count - source.pointee.sentCount)
    source.pointee.bytes.withUnsafeBytes { bytes in
        guard length > 0, let start = bytes.baseAddress else { return }
        UnsafeMutableRawPointer(buffer).copyMemory(from: start + source.pointee.sentCount, byteCount: length)
    }
    source.pointee.sentCount += length
    return length
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
