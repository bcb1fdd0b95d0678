package io.journeystream.serve.alerts.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourhoodTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001:82a::200e",
                "2001:4860:4860::8888",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void what_is_anybodys_is_public(String address) throws Exception {
        assertThat(Neighbourhood.of(InetAddress.getByName(address))).isEqualTo(Neighbourhood.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.0",
                "100.127.255.255",
                "::1",
                "fc00::1",
                "fdff:ffff::1",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2130706433",
                "127.1"
            })
    void this_machine_and_private_networks_are_private_in_every_form(String address) throws Exception {
        assertThat(Neighbourhood.of(InetAddress.getByName(address))).isEqualTo(Neighbourhood.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.0.1",
                "169.254.169.254",
                "168.63.129.16",
                "100.100.100.200",
                "fd00:ec2::254",
                "64:ff9b::6464:64c8",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::127.0.0.1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "100::1",
                "64:ff9b:1::7f00:1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "3fff::1",
                "4000::1"
            })
    void what_is_nobodys_is_never_reached(String address) throws Exception {
        assertThat(Neighbourhood.of(InetAddress.getByName(address))).isEqualTo(Neighbourhood.NOWHERE);
        assertThatThrownBy(() -> Reach.PRIVATE_TOO.addresses(address)).isInstanceOf(OutOfReach.class);
    }

    /** Java itself turns it into an address of IPv4, unless it is given as bytes. */
    @Test
    void a_mapped_address_is_known_in_its_bytes() {
        byte[] mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        mapped[12] = 127;
        mapped[15] = 1;

        assertThat(Neighbourhood.of(mapped)).isEqualTo(Neighbourhood.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "10.0.0.1"})
    void private_addresses_are_reached_only_if_that_is_allowed(String host) {
        assertThatThrownBy(() -> Reach.PUBLIC.addresses(host))
                .isInstanceOf(OutOfReach.class)
                .hasMessageContaining("not allowed");
        assertThatCode(() -> Reach.PRIVATE_TOO.addresses(host)).doesNotThrowAnyException();
    }

    @Test
    void an_address_keeps_the_name_that_certificates_are_held_against() throws Exception {
        assertThat(Reach.PRIVATE_TOO.addresses("localhost")[0].getHostName()).isEqualTo("localhost");
        assertThat(Reach.PRIVATE_TOO.addresses("127.0.0.1")[0].getHostName()).isEqualTo("127.0.0.1");
    }
}
