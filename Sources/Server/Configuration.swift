public import Mailing
import NIOCore
public import Purchases
public import Reports
public import Storage

extension CartographServer {
    /// Where the server listens and what it takes on at once.
    public struct Configuration: Sendable {
        public var host = "127.0.0.1"
        /// 0 for any free port.
        public var port = 8080
        /// Where readers reach the server, for addresses in mails; nil when nobody says.
        public var base: ServerBase?
        /// What puts what is suggested into a cart of the shop; nil for none.
        public var cartLink: CartLink?
        /// Who writes the mails of subscriptions; nil for a server that takes none on.
        public var mailSender: Mailbox?
        /// What made the bytes: it stands in every entity tag, so that a new build's pictures replace the old ones in caches.
        public var build: String

        /// Asked with each request for the day it is, for months that are not over yet; nil when nobody says, and every month counts as over.
        public var today: @Sendable () -> CalendarDate? = { nil }

        /// How many threads compute and draw.
        public var renderingSlotCount = System.coreCount
        /// How many requests wait for one of these threads before others are turned away.
        public var waitingLimit = 64
        /// How long all threads may be at work without one of them ending anything before the server counts as stuck.
        public var stuckTimeout = Duration.seconds(60)
        /// Pixels of a picture that is drawn for anybody.
        public var pixelLimit = 8_000_000
        /// Pixels of a picture that is drawn for who said who they are, or for a signed link.
        public var entitledPixelLimit = 16_000_000
        /// Bytes of finished pictures, tables and pages that are kept for whoever asks again.
        public var contentCacheLimit = 80 << 20
        /// Bytes of whole answers that are given again where the same address is asked for, header and all.
        public var keptAnswerLimit = 32 << 20

        /// Whether caches that many use may keep pictures that follow the data, where whoever reaches the server may see all of them.
        public var sharesLivePictures = false

        /// How many charts of anyone's data may be kept.
        public var keptCharts = KeptChartLimits()

        /// Bytes of a purchase log that is sent, compressed or not.
        public var importSizeLimit = 256 << 20
        /// How long sending one may take.
        public var importDeadline = Duration.seconds(600)
        /// How many logs wait for being read before others are turned away.
        public var importWaitingLimit = 4

        /// How many logs that were sent by a form wait for being kept, and how long.
        public var pendingLogLimit = 8
        public var pendingLogLifetime = Duration.seconds(15 * 60)

        /// How many open pages are told of changes.
        public var eventStreamLimit = 256
        /// How often the store is asked for them.
        public var eventInterval = Duration.seconds(1)
        /// How long a page hears nothing at most.
        public var eventHeartbeat = Duration.seconds(15)

        public var connectionLimit = 1024
        /// How long a connection may be without a request.
        public var idleTimeout = Duration.seconds(30)
        /// How long a client may take too little of what waits for it.
        public var stallTimeout = Duration.seconds(60)
        /// How long a client may send too little of a body that is waited for.
        public var slowSenderInterval = Duration.seconds(10)
        /// Bytes a second that a client has to take, and to send, at least.
        public var leastRate = 500
        /// Bytes of the path and the query.
        public var addressLimit = 8 * 1024
        /// The same, of a chart whose data is in its address.
        public var chartAddressLimit = 64 * 1024
        /// Bytes of all header fields.
        public var headerLimit = 32 * 1024
        public var headerFieldLimit = 100
        /// Bytes of a request's body.
        public var bodyLimit = 1 << 20
        /// How long a body may take to come.
        public var bodyTimeout = Duration.seconds(10)

        /// How long requests may take that run when the server is told to stop: for the service group that runs it.
        public var gracefulShutdownLimit = Duration.seconds(7)
        /// How long they may take after that, once they are cancelled.
        public var cancellationLimit = Duration.seconds(2)

        public init(build: String) {
            self.build = build
        }
    }
}
