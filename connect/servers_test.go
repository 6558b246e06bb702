package connect

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// missing skips a test whose programs are not there, or fails it where nothing may be skipped.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing; CI=true lets nothing be skipped", what)
	}
	t.Skipf("%s is missing; install it with: go run ./test", what)
}

// ports are those that freePort gave: a test beside this one may not have opened its own yet.
var ports sync.Map

// freePort asks for a port of this machine that is free now.
func freePort(t *testing.T) string {
	t.Helper()
	for {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		_, port, _ := net.SplitHostPort(l.Addr().String())
		l.Close()
		if _, given := ports.LoadOrStore(port, true); !given {
			return port
		}
	}
}

// start runs a server until the end of the test.
func start(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			text, _ := os.ReadFile(log.Name())
			t.Logf("%s says:\n%.2000s", cmd.Args[0], text)
		}
		cmd.Process.Signal(syscall.SIGINT)
		timer := time.AfterFunc(5*time.Second, func() { cmd.Process.Kill() })
		cmd.Wait()
		timer.Stop()
		log.Close()
	})
}

// serverDir is a folder that a server may own; temporary folders of tests lie below ones that
// only we may enter.
func serverDir(t *testing.T, owner string) (dir string, as *syscall.SysProcAttr) {
	t.Helper()
	dir, err := os.MkdirTemp("", "klantreis")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if os.Geteuid() != 0 || owner == "" {
		return dir, nil
	}
	u, err := user.Lookup(owner)
	if err != nil {
		missing(t, "the user "+owner)
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	if err := os.Chown(dir, uid, gid); err != nil {
		t.Fatal(err)
	}
	return dir, &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

// postgresServer starts a PostgreSQL of our own and gives its address without a user. The
// superuser is baas; anybody else needs the password geheim.
func postgresServer(t *testing.T) (host string) {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		missing(t, "postgresql")
	}
	bin := filepath.Dir(found[len(found)-1])
	dir, as := serverDir(t, "postgres")
	run := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(filepath.Join(bin, name), args...)
		cmd.SysProcAttr, cmd.Dir = as, dir
		return cmd
	}
	data := filepath.Join(dir, "data")
	// The locale C is the worst case: its lower() knows ASCII only.
	if out, err := run("initdb", "-D", data, "-U", "baas", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	rules := "host all baas 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
	if err := os.WriteFile(filepath.Join(data, "pg_hba.conf"), []byte(rules), 0o644); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	start(t, run("postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"))
	host = "127.0.0.1:" + port
	for range 600 {
		conn, err := pgx.Connect(context.Background(), "postgres://baas@"+host+"/postgres?sslmode=disable")
		if err == nil {
			conn.Close(context.Background())
			return host
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("PostgreSQL does not answer")
	return ""
}

// clickhouseServers starts two shards and gives their addresses. A user zonder may read
// nothing, a user lezer may only read.
func clickhouseServers(t *testing.T) [2]string {
	t.Helper()
	if _, err := exec.LookPath("clickhouse-server"); err != nil {
		missing(t, "clickhouse-server")
	}
	var web, tcp [2]string
	for i := range 2 {
		web[i], tcp[i] = freePort(t), freePort(t)
	}
	for i := range 2 {
		dir, _ := serverDir(t, "")
		config := fmt.Sprintf(`<yandex><logger><level>error</level><log>%[1]s/log</log><errorlog>%[1]s/err</errorlog></logger>
<http_port>%[2]s</http_port><tcp_port>%[3]s</tcp_port><listen_host>127.0.0.1</listen_host><path>%[1]s/data/</path><tmp_path>%[1]s/tmp/</tmp_path>
<users_config>%[1]s/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>1000000</mark_cache_size><timezone>America/New_York</timezone>
<remote_servers><stad><shard><replica><host>127.0.0.1</host><port>%[4]s</port></replica></shard><shard><replica><host>127.0.0.1</host><port>%[5]s</port></replica></shard></stad></remote_servers></yandex>`,
			dir, web[i], tcp[i], tcp[0], tcp[1])
		one := func(name, password, profile, databases string) string {
			return "<" + name + "><password>" + password + "</password><networks><ip>127.0.0.1</ip></networks><profile>" + profile + "</profile><quota>default</quota>" + databases + "</" + name + ">"
		}
		users := `<yandex><profiles><default/><lezen><readonly>1</readonly></lezen></profiles><quotas><default/></quotas><users>` +
			one("default", "", "default", "") + one("lezer", "geheim", "lezen", "") +
			one("zonder", "geheim", "default", "<allow_databases><database>anders</database></allow_databases>") + `</users></yandex>`
		for name, text := range map[string]string{"config.xml": config, "users.xml": users} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("clickhouse-server", "--config-file="+filepath.Join(dir, "config.xml"))
		cmd.Dir = dir
		start(t, cmd)
	}
	for i := range 2 {
		for n := 0; ; n++ {
			if err := tellClickHouse("127.0.0.1:"+web[i], "SELECT 1"); err == nil {
				break
			} else if n == 600 {
				t.Fatalf("ClickHouse does not answer: %v", err)
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
	return [2]string{"127.0.0.1:" + web[0], "127.0.0.1:" + web[1]}
}

// tellClickHouse runs one statement as the default user.
func tellClickHouse(host, statement string) error {
	response, err := http.Post("http://"+host+"/", "text/plain", strings.NewReader(statement))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%.300s: %s", statement, text)
	}
	return err
}
