package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Examines which ports can be reached from other machines, and whether what is spoken there is encrypted. */
@Component(service = Diagnosis.class)
public final class PortsDiagnosis implements Diagnosis {

    private static final String CHECK = "ports";
    private static final String PROXY = "GRIDLOOM_PROXY";

    private final Supplier<List<InetSocketAddress>> listening;
    private final String proxy;

    @Activate
    public PortsDiagnosis() {
        this(ListeningSockets::all, System::getenv);
    }

    PortsDiagnosis(Supplier<List<InetSocketAddress>> listening, UnaryOperator<String> environment) {
        this.listening = listening;
        this.proxy = environment.apply(PROXY);
    }

    @Override
    public List<Finding> findings() {
        List<InetSocketAddress> all = listening.get();
        List<InetSocketAddress> open = all.stream()
                .filter(socket -> !socket.getAddress().isLoopbackAddress())
                .toList();
        if (open.isEmpty()) {
            return List.of(Finding.ok(
                    CHECK,
                    all.isEmpty()
                            ? Text.of("此系统上看不到监听端口", "The ports listened on cannot be seen on this system")
                            : Text.of("%d 个端口都只在本机监听", "All %d ports are open to this machine only", all.size())));
        }
        return open.stream().map(this::finding).toList();
    }

    private Finding finding(InetSocketAddress socket) {
        String address = socket.getAddress().getHostAddress() + ":" + socket.getPort();
        try {
            Protocol spoken = Protocol.of(socket);
            return spoken == Protocol.PLAIN
                    ? plain(address)
                    : Finding.ok(
                            CHECK, Text.of("%s 对外开放,已加密(%s)", "%s is open to others, encrypted (%s)", address, spoken));
        } catch (IOException e) {
            return plain(address);
        }
    }

    private Finding plain(String address) {
        Text what = Text.of("%s 对外开放且未加密", "%s is open to other machines, without encryption", address);
        if (proxy != null && !proxy.isBlank()) {
            return Finding.note(
                    CHECK,
                    what,
                    Text.of(
                            "与代理 %s 之间为明文;绕过代理的连接也能到达",
                            "What comes from the proxy %s is readable on its way, and others can come past it", proxy),
                    Text.of("用防火墙只放行代理,或在本端也启用 TLS", "Let only the proxy through the firewall, or use TLS here too"));
        }
        return Finding.warning(
                CHECK,
                what,
                Text.of("密码与个人信息以明文经过网络", "Passwords and personal data go over the network readable"),
                Text.of(
                        "GRIDLOOM_HTTP_HOST=127.0.0.1 加反向代理,或设 GRIDLOOM_TLS_CERT 与 GRIDLOOM_TLS_KEY",
                        "GRIDLOOM_HTTP_HOST=127.0.0.1 behind a proxy, or GRIDLOOM_TLS_CERT and GRIDLOOM_TLS_KEY"));
    }
}
