package quintet.fields;

/** The addresses a {@link GenericIpAddressField} accepts. */
public enum IpProtocol {
    /** IPv4 and IPv6. */
    BOTH,
    /** IPv4 only. */
    IPV4,
    /** IPv6 only. */
    IPV6
}
